package io.evcharging.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.evcharging.canonical.ChargingObservation;
import io.evcharging.canonical.Vehicle;
import io.evcharging.source.ChargeSource;
import io.evcharging.source.audi.AudiCharge;
import io.evcharging.source.smartcar.SmartcarHeaders;
import io.evcharging.source.tesla.TeslaCharge;
import io.evcharging.testing.ObservationSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables under {@code mappings/tables}: true, and complete both ways. */
class TableTest {

  private static final Map<String, Set<String>> FIELDS =
      Map.of(
          "tables/tesla-charge.csv", Fields.of(TeslaCharge.class),
          "tables/audi-charge.csv", Fields.of(AudiCharge.class),
          "tables/charge-signals.csv", Fields.ofSignals());

  /** Fields of the observation that no field of the wire is mapped to. */
  private static final List<String> NOT_MAPPED =
      List.of(
          "id",
          "vehicle.",
          "source.",
          "observedAt",
          "fetchedAt",
          "receivedAt",
          "findings",
          "unmapped");

  private static final SmartcarHeaders HEADERS =
      new SmartcarHeaders("2026-11-20T08:15:00.000Z", "2026-11-20T08:15:02.000Z", "metric", "r-1");

  private final Normaliser normaliser = new Normaliser();

  static List<Table.Row> rows() throws IOException {
    List<Table.Row> rows = new ArrayList<>();
    for (String table : new TreeSet<>(FIELDS.keySet())) {
      rows.addAll(Table.read(table).rows());
    }
    return rows;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void shouldMapAsTheRowSays(Table.Row row) throws IOException {
    byte[] json = normaliser.normalise(answer(row)).orElseThrow().json();
    ObservationSchema.assertValid(json);
    JsonNode observation = Scenario.JSON.readTree(json);
    JsonNode expected =
        row.expected() == null ? JsonNodeFactory.instance.missingNode() : row.expected();
    assertEquals(expected, observation.at(pointer(row.canonical())));
    assertEquals(row.finding(), findingsAt(row.canonical(), observation));
  }

  @Test
  void shouldHaveARowForEachFieldOfTheWireAndNoOther() throws IOException {
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, Set<String>> table : FIELDS.entrySet()) {
      faults.addAll(Table.read(table.getKey()).faults(table.getValue()));
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void shouldReachEachFieldOfTheModel() throws IOException {
    Set<String> unreached = Fields.of(ChargingObservation.class);
    unreached.removeIf(path -> NOT_MAPPED.stream().anyMatch(path::startsWith));
    for (Table.Row row : rows()) {
      if (row.expected() != null) {
        unreached.remove(row.canonical().replaceAll("\\[\\d+]", "[]"));
      }
    }
    unreached.removeIf(path -> path.endsWith("[]")); // a list is reached by its elements
    assertEquals(Set.of(), unreached);
  }

  @Test
  void shouldSeeARowThatIsMissingAndOneThatIsTooMuch() throws IOException {
    assertEquals(
        List.of(
            "tables-bad/audi-charge.csv has no row for socLimit",
            "tables-bad/audi-charge.csv has a row for socLimits, which does not exist"),
        Table.read("tables-bad/audi-charge.csv").faults(Fields.of(AudiCharge.class)));
  }

  private static Answer answer(Table.Row row) {
    boolean signal = row.table().endsWith("charge-signals.csv");
    int dot = row.field().indexOf('.');
    String source =
        signal
            ? dot < 0 ? row.field() : row.field().substring(0, dot)
            : row.table().replaceAll(".*/|\\.csv", "");
    String path = signal ? dot < 0 ? "" : row.field().substring(dot + 1) : row.field();
    String body = path.isEmpty() ? row.sample().toString() : wrap(path, row.sample().toString());
    return new Answer(
        new Vehicle("veh-1", "ANY"),
        ChargeSource.byId(source).orElseThrow(),
        HEADERS,
        Instant.parse("2026-11-20T08:15:03Z"),
        List.of(body.getBytes(StandardCharsets.UTF_8)));
  }

  /** {@code a[].b} and 1 make {@code {"a":[{"b":1}]}}. */
  private static String wrap(String path, String value) {
    int dot = path.indexOf('.');
    String name = dot < 0 ? path : path.substring(0, dot);
    String inner = dot < 0 ? value : wrap(path.substring(dot + 1), value);
    return name.endsWith("[]")
        ? "{\"" + name.replace("[]", "") + "\":[" + inner + "]}"
        : "{\"" + name + "\":" + inner + "}";
  }

  private static JsonPointer pointer(String path) {
    return JsonPointer.compile("/" + path.replace("[", "/").replace("]", "").replace('.', '/'));
  }

  private static String findingsAt(String path, JsonNode observation) {
    List<String> codes = new ArrayList<>();
    for (JsonNode finding : observation.path("findings")) {
      if (finding.path("field").asText().equals(path)) {
        codes.add(finding.path("code").asText());
      }
    }
    return String.join(" ", codes);
  }
}
