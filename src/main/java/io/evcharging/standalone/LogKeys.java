package io.evcharging.standalone;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds the keys in a log line: {@code poll brand=TESLA vehicleId=veh-1 … reason="outcome=x"} has
 * {@code brand} and {@code vehicleId}; what is in quotes is text.
 */
final class LogKeys {

  private static final Set<String> NAMES =
      Set.of(
          "brand",
          "vehicleId",
          "userId",
          "source",
          "sink",
          "id",
          "commandId",
          "door",
          "requestedBy",
          "confirmation",
          "outcome",
          "status",
          "reason");

  /** A pair, whose value may be in quotes; or a text in quotes, to be passed over. */
  private static final Pattern TOKEN =
      Pattern.compile("(?<![^\\s])(\\w+)=(?:\"([^\"]*)\"?|([^\\s,;:]*))|\"[^\"]*\"?");

  private LogKeys() {}

  /** Key to value in the order of the line; the first, where a key comes twice. */
  static Map<String, String> of(String line) {
    Map<String, String> keys = new LinkedHashMap<>();
    TOKEN
        .matcher(line)
        .results()
        .filter(pair -> pair.group(1) != null && NAMES.contains(pair.group(1)))
        .forEach(pair -> keys.putIfAbsent(pair.group(1), value(pair)));
    return keys;
  }

  private static String value(MatchResult pair) {
    return pair.group(2) != null ? pair.group(2) : pair.group(3);
  }
}
