package io.evcharging.config;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** How often a schedule fires. */
public final class Ticks {

  private Ticks() {}

  /**
   * Counts.
   *
   * @param schedule a Quartz cron expression
   * @param zone of the schedule
   * @param now the 24 hours after it are looked at
   * @return 0 for one that does not fire within them
   */
  @SuppressWarnings("JavaUtilDate") // Quartz knows no other
  public static int inADay(String schedule, ZoneId zone, Instant now) {
    CronExpression cron = parsed(schedule);
    cron.setTimeZone(TimeZone.getTimeZone(zone));
    Date end = Date.from(now.plus(Duration.ofDays(1)));
    int count = 0;
    Date next = cron.getNextValidTimeAfter(Date.from(now));
    while (next != null && !next.after(end)) {
      count++;
      next = cron.getNextValidTimeAfter(next);
    }
    return count;
  }

  private static CronExpression parsed(String schedule) {
    try {
      return new CronExpression(schedule);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
