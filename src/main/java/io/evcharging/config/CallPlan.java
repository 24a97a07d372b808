package io.evcharging.config;

import io.evcharging.source.ChargeSource;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** How often each source is polled in a day, counted on the schedules themselves. */
final class CallPlan {

  private final List<PolledVehicle> vehicles;
  private final Map<ChargeSource, Integer> pollsADay = new EnumMap<>(ChargeSource.class);

  CallPlan(PollConfig poll, List<PolledVehicle> vehicles, Instant now) {
    this.vehicles = vehicles;
    poll.sources()
        .forEach(
            (source, config) -> {
              if (config.enabled()) {
                pollsADay.put(source, fireTimes(config.schedule(), poll.timeZone(), now));
              }
            });
  }

  /** Fire times of the next 24 hours; 0 for a source that is off. */
  int pollsADay(ChargeSource source) {
    return pollsADay.getOrDefault(source, 0);
  }

  long vehicles(ChargeSource source) {
    return vehicles.stream().filter(polled -> polled.sources().contains(source)).count();
  }

  /** A list of several pages counts once. */
  long callsADay(ChargeSource source) {
    return pollsADay(source) * vehicles(source);
  }

  long callsADay() {
    return pollsADay.keySet().stream().mapToLong(this::callsADay).sum();
  }

  int callsADay(PolledVehicle vehicle) {
    return vehicle.sources().stream().mapToInt(this::pollsADay).sum();
  }

  /** Of 30 days. */
  int callsInAMonth(PolledVehicle vehicle) {
    return 30 * callsADay(vehicle);
  }

  Optional<PolledVehicle> mostAsked() {
    return vehicles.stream().max(Comparator.comparingInt(this::callsADay));
  }

  @SuppressWarnings("JavaUtilDate") // Quartz knows no other
  private static int fireTimes(String schedule, ZoneId zone, Instant now) {
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
