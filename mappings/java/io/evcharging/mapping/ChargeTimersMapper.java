package io.evcharging.mapping;

import io.evcharging.canonical.Departure;
import io.evcharging.canonical.Schedule;
import io.evcharging.canonical.Timer;
import io.evcharging.source.signals.ChargeTimers;
import io.evcharging.source.signals.Signal;
import java.util.List;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** The signal ChargeTimers. Its times of day have no zone, and get none. */
@Mapper(
    config = Strict.class,
    uses = {Presence.class, ConditionMapper.class})
interface ChargeTimersMapper {

  Timer NOTHING = new Timer(null, null, null, null, null, null, null, null);
  Schedule NO_SCHEDULE = new Schedule(null, null, null);
  Departure NO_DEPARTURE = new Departure(null, null);

  /** All timers. */
  default List<Timer> timers(Signal<ChargeTimers> signal, @Context Reading reading) {
    reading.claim("values");
    ChargeTimers body = signal.body();
    if (body == null || body.values() == null) {
      return List.of();
    }
    List<Timer> timers =
        reading.each("values", body.values(), NOTHING, value -> timer(value, reading));
    reading.observed(signal.observedAt(), timers.isEmpty() ? null : timers);
    return timers;
  }

  /** One timer. */
  @Mapping(target = "scope", source = "type")
  @Mapping(target = "location", source = "condition")
  @Mapping(target = "currentType", source = "condition")
  @Mapping(target = "schedules", source = "schedules")
  @Mapping(target = "departures", source = "departureTimers")
  @Mapping(target = "oemOptimized", source = "isOEMOptimizationEnabled")
  Timer timer(ChargeTimers.Value value, @Context Reading reading);

  /** When charging may happen. */
  default List<Schedule> schedules(List<ChargeTimers.Schedule> values, @Context Reading reading) {
    return reading.each("schedules", values, NO_SCHEDULE, value -> schedule(value, reading));
  }

  /** When the vehicle should be ready. */
  default List<Departure> departures(
      List<ChargeTimers.Departure> values, @Context Reading reading) {
    return reading.each(
        "departureTimers", values, NO_DEPARTURE, value -> departure(value, reading));
  }

  /** One span of time. */
  @Mapping(target = "days", source = "days")
  Schedule schedule(ChargeTimers.Schedule value, @Context Reading reading);

  /** One departure. */
  @Mapping(target = "days", source = "days")
  Departure departure(ChargeTimers.Departure value, @Context Reading reading);
}
