package io.evcharging.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import io.evcharging.canonical.CommandResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** One canonical observation, or one result of a command, in one line for people. */
final class DemoLine {

  private static final String LINE = "%s  %-10s %-28s %-12s %8s  %-10s %-9s";

  private static final String COMMAND = "%s  %-10s %-28s %-42s";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private DemoLine() {}

  /**
   * Time, brand, vehicle, state, power, limit and age; a dash where the observation says nothing.
   */
  static String of(JsonNode observation, Instant now) {
    if (CommandResult.TYPE.equals(observation.path("type").asText())) {
      return ofCommand(observation, now);
    }
    return LINE.formatted(
        TIME.format(now),
        text(observation.at("/vehicle/brand"), ""),
        text(observation.at("/vehicle/id"), ""),
        text(observation.at("/status/state"), ""),
        kilowatts(observation.at("/electrical/powerWatts")),
        "limit " + text(observation.at("/limits/activePercent"), " %"),
        age(observation.at("/observedAt"), now));
  }

  private static String ofCommand(JsonNode command, Instant now) {
    return COMMAND.formatted(
        TIME.format(now),
        text(command.path("brand"), ""),
        text(command.path("vehicleId"), ""),
        "command"
            + amps(command.path("requestedAmps"))
            + ": "
            + command.path("outcome").asText()
            + amps(command.path("acceptedAmps"))
            + (command.hasNonNull("confirmation")
                ? ", " + command.at("/confirmation/status").asText()
                : ""));
  }

  private static String amps(JsonNode value) {
    return value.isNumber() ? " " + value.asText() + " A" : "";
  }

  private static String text(JsonNode value, String unit) {
    return value.isMissingNode() || value.isNull() ? "-" : value.asText() + unit;
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
