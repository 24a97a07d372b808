package io.evcharging.month;

import io.evcharging.config.PollConfig;
import io.evcharging.config.SourceConfig;
import io.evcharging.source.ChargeSource;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** A source's schedule, on a clock that is not the system's. */
final class Ticker {

  private final ChargeSource source;
  private final CronExpression schedule;
  private Date next;

  Ticker(ChargeSource source, PollConfig poll, Instant now) {
    this.source = source;
    SourceConfig config = Objects.requireNonNull(poll.sources().get(source));
    try {
      schedule = new CronExpression(config.schedule());
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
    schedule.setTimeZone(TimeZone.getTimeZone(poll.timeZone()));
    next = schedule.getNextValidTimeAfter(Date.from(now));
  }

  ChargeSource source() {
    return source;
  }

  @SuppressWarnings("JavaUtilDate") // Quartz's own
  boolean fires(Instant now) {
    boolean fires = !next.toInstant().isAfter(now);
    if (fires) {
      next = schedule.getNextValidTimeAfter(Date.from(now));
    }
    return fires;
  }
}
