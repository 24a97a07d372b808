package io.evcharging.operate;

import io.evcharging.deliver.SinkState;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a sink takes what it is sent, or is there and refuses it; with what waits for it and
 * since when.
 */
public final class SinkCondition implements Condition {

  private final String sink;
  private final SinkState state;
  private final Backlogs backlogs;
  private final Clock clock;

  /**
   * Watches a sink.
   *
   * @param sink its name
   * @param state what its last attempt came to
   * @param backlogs what waits for it
   * @param clock for now
   */
  public SinkCondition(String sink, SinkState state, Backlogs backlogs, Clock clock) {
    this.sink = sink;
    this.state = state;
    this.backlogs = backlogs;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "sink-" + sink;
  }

  @Override
  public Reading read() {
    Instant now = clock.instant();
    Optional<String> trouble = state.reason();
    Reading reading =
        trouble.isEmpty()
            ? Reading.well(state.refused().map(SinkCondition::told).orElse("takes what it is sent"))
            : Reading.ill(
                "down for %s: %s"
                    .formatted(
                        state.since().map(since -> Ago.length(since, now)).orElse("a moment"),
                        trouble.get()));
    Optional<Instant> oldest = state.oldest();
    if (oldest.isPresent()) {
      reading = reading.with("oldestSeconds", Math.max(0, seconds(oldest.get(), now)));
    }
    return known(known(reading, "waiting", backlogs.waiting(sink)), "undelivered", undelivered());
  }

  /** No fault of its own, perhaps: what it is sent may be wrong. */
  private static String told(SinkState.Refused refused) {
    return refused.inARow() == 1
        ? "is there, and refused the last it was sent: " + refused.reason()
        : "is there, and refused the last %d it was sent: %s"
            .formatted(refused.inARow(), refused.reason());
  }

  private long undelivered() {
    return backlogs.undelivered(sink);
  }

  private static long seconds(Instant then, Instant now) {
    return now.getEpochSecond() - then.getEpochSecond();
  }

  private static Reading known(Reading reading, String fact, long count) {
    return count < 0 ? reading : reading.with(fact, count);
  }
}
