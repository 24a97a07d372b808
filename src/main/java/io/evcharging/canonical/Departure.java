package io.evcharging.canonical;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/**
 * When the vehicle should be ready, in the local time of the place; the time may be {@code null}.
 */
public record Departure(List<DayOfWeek> days, LocalTime time) {

  /** Without days, an empty list of them. */
  public Departure {
    days = days == null ? List.of() : days;
  }
}
