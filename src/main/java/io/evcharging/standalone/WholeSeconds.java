package io.evcharging.standalone;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times for people: nobody reads nanoseconds. */
final class WholeSeconds {

  private WholeSeconds() {}

  /**
   * Cuts fractions off.
   *
   * @param time ISO 8601, in UTC
   * @return the same where it is no time
   */
  static String of(String time) {
    try {
      return Instant.parse(time).truncatedTo(ChronoUnit.SECONDS).toString();
    } catch (DateTimeException noTime) {
      return time;
    }
  }
}
