package io.evcharging.operate;

import io.evcharging.config.SourceConfig;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/** When a source has gone without a good answer for too long: after so many of its intervals. */
public final class Overdue {

  private final CronExpression schedule;
  private final int intervals;
  private final Duration answer;
  private @Nullable Kept kept;

  /** An answer that is kept: a schedule is slow to ask. */
  private record Kept(Instant since, Instant until) {}

  /**
   * By a source's schedule.
   *
   * @param config its schedule
   * @param zone of the schedule
   * @param intervals how many of them may go by without a success
   * @param answer how long an answer may take, after that
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

  /** How long an answer may take. */
  Duration answer() {
    return answer;
  }

  /** The last of the ticks that may be missed, and an answer's time after it. */
  @SuppressWarnings("JavaUtilDate") // Quartz's own
  synchronized Instant after(Instant since) {
    if (kept == null || !kept.since.equals(since)) {
      Date tick = Date.from(since);
      for (int i = 0; i < intervals && tick != null; i++) {
        tick = schedule.getNextValidTimeAfter(tick);
      }
      kept = new Kept(since, tick == null ? Instant.MAX : tick.toInstant().plus(answer));
    }
    return kept.until;
  }

  /** Likewise, where something slower than the schedule says when there is a poll. */
  Instant after(Instant since, Duration interval) {
    return since.plus(interval.multipliedBy(intervals)).plus(answer);
  }
}
