package io.evcharging.canonical;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/**
 * When charging may happen, in the local time of the place, which is not known; an end before its
 * start crosses midnight. Each time may be {@code null}.
 */
public record Schedule(List<DayOfWeek> days, LocalTime start, LocalTime end) {

  /** Without days, an empty list of them. */
  public Schedule {
    days = days == null ? List.of() : days;
  }
}
