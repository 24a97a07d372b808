package io.evcharging.canonical;

/** How often a charge timer repeats. */
public enum ScheduleType {
  DAILY,
  WEEKLY,
  WORKWEEK,
  UNKNOWN
}
