package io.evcharging.benchmark.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evcharging.source.UtcText;
import io.evcharging.source.WireTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What JOLT cannot say: it neither reads nor compares times, and compares no numbers. */
final class JoltRest {

  private static final String TIME_TO_COMPLETE = "timeToCompleteSeconds";
  private static final String COMPLETES_AT = "completesAt";

  private final Map<String, Object> out;
  private final Map<String, Object> content;
  private final ObjectNode head;

  /**
   * @param out what the last step made
   * @param head is given the times that signals tell
   */
  JoltRest(@Nullable Object out, ObjectNode head) {
    this.out = object(out);
    this.content = object(this.out.get("content"));
    this.head = head;
  }

  /** The content, complete. */
  Map<String, Object> content() {
    if (out.containsKey("when")) {
      signalTimes();
    }
    completion();
    List<Object> findings = new ArrayList<>(list(out.get("findings")));
    suspectPower(findings);
    findings.addAll(list(out.get("concluded")));
    if (!findings.isEmpty()) {
      content.put("findings", findings);
    }
    return content;
  }

  private void signalTimes() {
    Map<String, Instant> times = new LinkedHashMap<>();
    Instant newest = Instant.MIN;
    for (Map.Entry<String, Object> said : object(out.get("when")).entrySet()) {
      Instant time = time(said.getValue());
      times.put(said.getKey(), time);
      newest = time.isAfter(newest) ? time : newest;
    }
    Instant told = times.get("progress." + TIME_TO_COMPLETE);
    Map<String, Object> progress = object(content.get("progress"));
    if (told != null && progress.get(TIME_TO_COMPLETE) instanceof Number seconds) {
      progress.put(COMPLETES_AT, UtcText.of(told.plusSeconds(seconds.longValue())));
      times.put("progress." + COMPLETES_AT, told);
    }
    head.put("observedAt", UtcText.of(newest));
    ages(times, newest);
    fetched();
  }

  private void ages(Map<String, Instant> times, Instant newest) {
    Map<String, Object> ages = new LinkedHashMap<>();
    for (Map.Entry<String, Instant> said : times.entrySet()) {
      if (!said.getValue().equals(newest)) {
        ages.put(said.getKey(), UtcText.of(said.getValue()));
      }
    }
    if (!ages.isEmpty()) {
      content.put("observedAtByField", ages);
    }
  }

  private void fetched() {
    Instant newest = Instant.MIN;
    for (Object retrieved : list(out.get("retrieved"))) {
      Instant time = time(retrieved);
      newest = time.isAfter(newest) ? time : newest;
    }
    head.put("fetchedAt", UtcText.of(newest));
  }

  private void completion() {
    Map<String, Object> progress = object(content.get("progress"));
    Object said = progress.get(COMPLETES_AT);
    if (said == null || progress.containsKey(TIME_TO_COMPLETE)) {
      return;
    }
    Instant completesAt = time(said);
    progress.put(COMPLETES_AT, UtcText.of(completesAt));
    Instant observedAt = time(head.path("observedAt").asText());
    if (!completesAt.isBefore(observedAt)) {
      progress.put(TIME_TO_COMPLETE, Duration.between(observedAt, completesAt).toSeconds());
    }
  }

  private void suspectPower(List<Object> findings) {
    Map<String, Object> electrical = object(content.get("electrical"));
    double power = Math.abs(number(electrical.get("powerWatts")));
    double product =
        Math.abs(
            number(electrical.get("voltageVolts"))
                * number(electrical.get("currentAmps"))
                * number(electrical.get("phases")));
    double times = Math.max(power, product) / Math.min(power, product);
    if (times >= 200 && times <= 5000) {
      Map<String, @Nullable Object> finding = new LinkedHashMap<>();
      finding.put("field", "electrical.powerWatts");
      finding.put("code", "SUSPECT_SCALE");
      finding.put("raw", out.get("rawPower"));
      finding.put("detail", "About 1000 times off the product of voltage, current and phases.");
      findings.add(finding);
    }
  }

  /** Not a number where there is none: no comparison with it holds. */
  private static double number(@Nullable Object value) {
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private static Instant time(Object text) {
    Instant time = WireTime.parse(text);
    return time == null ? Instant.MIN : time;
  }

  @SuppressWarnings("unchecked") // JSON has text as keys
  private static Map<String, Object> object(@Nullable Object value) {
    return value == null ? new LinkedHashMap<>() : (Map<String, Object>) value;
  }

  private static List<?> list(@Nullable Object value) {
    return value == null ? List.of() : (List<?>) value;
  }
}
