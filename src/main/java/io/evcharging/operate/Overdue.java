package io.evcharging.operate;

import io.evcharging.config.SourceConfig;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** When a source has gone without a good answer for too long: after so many of its intervals. */
public final class Overdue {

  private final CronExpression schedule;
  private final int intervals;
  private final Duration answer;

  /**
   * By a source's schedule.
   *
   * @param config its schedule
   * @param zone of the schedule
   * @param intervals how many of them may go by without a success
   * @param answer how long an answer may take, after that, where one is waited for
   */
  public Overdue(SourceConfig config, ZoneId zone, int intervals, Duration answer) {
    this.schedule = parse(config.schedule(), zone);
    this.intervals = intervals;
    this.answer = answer;
  }

  private static CronExpression parse(String cron, ZoneId zone) {
    try {
      CronExpression schedule = new CronExpression(cron);
      schedule.setTimeZone(TimeZone.getTimeZone(zone));
      return schedule;
    } catch (ParseException e) {
      throw new IllegalArgumentException("checked before", e);
    }
  }

  /** The last of the ticks that may go by after an instant. */
  @SuppressWarnings("JavaUtilDate") // Quartz's own
  Instant after(Instant since) {
    Date tick = Date.from(since);
    for (int i = 0; i < intervals && tick != null; i++) {
      tick = schedule.getNextValidTimeAfter(tick);
    }
    return tick == null ? Instant.MAX : tick.toInstant();
  }

  /** Likewise, and an answer's time. */
  Instant afterAnswer(Instant since) {
    Instant tick = after(since);
    return tick.equals(Instant.MAX) ? tick : tick.plus(answer);
  }

  /**
   * Like {@link #after(Instant)}, where something slower than the schedule says when there is a
   * poll.
   */
  Instant after(Instant since, Duration interval) {
    return since.plus(interval.multipliedBy(intervals));
  }
}
