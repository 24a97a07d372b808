package io.evcharging.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** One canonical observation in one line for people. */
final class DemoLine {

  private static final String LINE = "%s  %-10s %-28s %-12s %8s  %-10s %-9s";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private DemoLine() {}

  /**
   * Time, brand, vehicle, state, power, limit and age; a dash where the observation says nothing.
   */
  static String of(JsonNode observation, Instant now) {
    return LINE.formatted(
        TIME.format(now),
        text(observation.at("/vehicle/brand"), ""),
        text(observation.at("/vehicle/id"), ""),
        text(observation.at("/status/state"), ""),
        kilowatts(observation.at("/electrical/powerWatts")),
        "limit " + text(observation.at("/limits/activePercent"), " %"),
        age(observation.at("/observedAt"), now));
  }

  private static String text(JsonNode value, String unit) {
    return value.isMissingNode() ? "-" : value.asText() + unit;
  }

  private static String kilowatts(JsonNode watts) {
    if (watts.isMissingNode()) {
      return "-";
    }
    BigDecimal kilowatts = watts.decimalValue().movePointLeft(3);
    return kilowatts.setScale(1, RoundingMode.HALF_UP).toPlainString() + " kW";
  }

  private static String age(JsonNode observedAt, Instant now) {
    if (observedAt.isMissingNode()) {
      return "-";
    }
    Duration age = Duration.between(Instant.parse(observedAt.asText()), now);
    if (age.toMinutes() < 2) {
      return age.toSeconds() + " s old";
    }
    return age.toHours() < 2 ? age.toMinutes() + " min old" : age.toHours() + " h old";
  }
}
