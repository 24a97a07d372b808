package io.evcharging.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a fault as it is ordered over HTTP; {@code docs/simulator.md} lists the fields. */
final class FaultReader {

  private static final Set<String> COMMON = Set.of("kind", "times", "on");

  /** The kinds, each with the fields it may have. */
  private static final Map<String, Set<String>> KINDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("rate-limited", Set.of("retryAfterSeconds")),
              Map.entry("application-rate-limited", Set.of()),
              Map.entry("billing", Set.of()),
              Map.entry("compatibility", Set.of()),
              Map.entry("upstream", Set.of()),
              Map.entry("asleep", Set.of()),
              Map.entry("error", Set.of("status", "type", "code")),
              Map.entry("respond", Set.of("status", "body")),
              Map.entry("slow", Set.of("millis")),
              Map.entry("cut-before-answer", Set.of()),
              Map.entry("cut-mid-answer", Set.of()),
              Map.entry("not-json", Set.of()),
              Map.entry("truncated-json", Set.of()),
              Map.entry("huge", Set.of("bytes")),
              Map.entry("wrong-content-type", Set.of()),
              Map.entry("empty", Set.of())));

  private FaultReader() {}

  /**
   * Adds what a body orders to a script.
   *
   * @throws ApiException saying which field is wrong, and what is allowed
   */
  static void read(ObjectNode body, FaultScript script) {
    String kind = text(body, "kind", "");
    Set<String> fields = KINDS.get(kind);
    if (fields == null) {
      throw ApiException.validation("kind must be one of " + KINDS.keySet() + ".");
    }
    for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!COMMON.contains(name) && !fields.contains(name)) {
        Set<String> allowed = new TreeSet<>(fields);
        allowed.addAll(COMMON);
        throw ApiException.validation(kind + " has no field " + name + ", only " + allowed + ".");
      }
    }
    try {
      int times = body.has("times") ? (int) number(body, "times") : FaultScript.FOR_EVER;
      script.add(fault(kind, body), times, scope(text(body, "on", "all")));
    } catch (IllegalArgumentException e) {
      throw ApiException.validation(e.getMessage() + ".");
    }
  }

  private static Fault fault(String kind, ObjectNode body) {
    return switch (kind) {
      case "rate-limited" ->
          body.has("retryAfterSeconds")
              ? Fault.rateLimited(Duration.ofSeconds(number(body, "retryAfterSeconds")))
              : Fault.error(429, "RATE_LIMIT", "VEHICLE");
      case "application-rate-limited" -> Fault.applicationRateLimited();
      case "billing" -> Fault.billing();
      case "compatibility" -> Fault.compatibility();
      case "upstream" -> Fault.upstream();
      case "asleep" -> Fault.asleep();
      case "error" ->
          Fault.error(
              (int) number(body, "status"),
              text(body, "type", "SERVER"),
              body.hasNonNull("code") ? text(body, "code", "") : null);
      case "respond" -> Fault.respond((int) number(body, "status"), text(body, "body", ""));
      case "slow" -> Fault.slow(Duration.ofMillis(number(body, "millis")));
      case "cut-before-answer" -> Fault.cutBeforeAnswer();
      case "cut-mid-answer" -> Fault.cutMidAnswer();
      case "not-json" -> Fault.notJson();
      case "truncated-json" -> Fault.truncatedJson();
      case "huge" -> Fault.huge(number(body, "bytes"));
      case "wrong-content-type" -> Fault.wrongContentType();
      default -> Fault.empty();
    };
  }

  private static FaultScope scope(String name) {
    return Arrays.stream(FaultScope.values())
        .filter(scope -> scope.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> ApiException.validation("on must be all, reads or commands."));
  }

  private static long number(ObjectNode body, String field) {
    JsonNode value = body.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw ApiException.validation(field + " must be a whole number.");
    }
    return value.asLong();
  }

  private static String text(ObjectNode body, String field, String otherwise) {
    JsonNode value = body.path(field);
    if (!value.isMissingNode() && !value.isTextual()) {
      throw ApiException.validation(field + " must be text.");
    }
    return value.isMissingNode() ? otherwise : value.asText();
  }
}
