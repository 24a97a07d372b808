package io.evcharging.upstream;

import io.evcharging.config.PollConfig;
import io.evcharging.config.Ticks;
import io.evcharging.source.ChargeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** The rhythms of all sources that are polled. */
public final class Rhythms {

  private final Map<ChargeSource, Rhythm> rhythms = new EnumMap<>(ChargeSource.class);
  private final boolean adaptive;

  private Rhythms(boolean adaptive) {
    this.adaptive = adaptive;
  }

  /**
   * By the configured schedules and intervals.
   *
   * @param poll checked
   * @param now ticks are counted from here
   */
  public static Rhythms of(PollConfig poll, Instant now) {
    Rhythms all = new Rhythms(poll.adaptive().enabled());
    poll.sources()
        .forEach(
            (source, config) -> {
              int ticks = Ticks.inADay(config.schedule(), poll.timeZone(), now);
              Duration period = Duration.ofDays(1).dividedBy(Math.max(1, ticks));
              all.rhythms.put(source, new Rhythm(poll.adaptive(), period));
            });
    return all;
  }

  boolean adaptive() {
    return adaptive;
  }

  Rhythm of(ChargeSource source) {
    Rhythm rhythm = rhythms.get(source);
    if (rhythm == null) {
      throw new IllegalArgumentException("source " + source.id() + " is not configured");
    }
    return rhythm;
  }
}
