package io.evcharging.canonical;

import java.util.List;

/**
 * A charge timer; each field may be {@code null}, the lists are empty when there is nothing in
 * them.
 *
 * @param oemOptimized the maker's own optimisation may shift the times
 */
public record Timer(
    RuleScope scope,
    Location location,
    CurrentType currentType,
    List<Schedule> schedules,
    List<Departure> departures,
    Boolean oemOptimized,
    String scheduleId,
    ScheduleType scheduleType) {

  /** Without any field, a location is {@code null}; without elements, a list is empty. */
  public Timer {
    location = Location.NONE.equals(location) ? null : location;
    schedules = schedules == null ? List.of() : schedules;
    departures = departures == null ? List.of() : departures;
  }
}
