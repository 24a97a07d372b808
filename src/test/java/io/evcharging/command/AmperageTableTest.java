package io.evcharging.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evcharging.canonical.AmperageCommand;
import io.evcharging.canonical.CommandOutcome;
import io.evcharging.mapping.BrandCapabilities;
import io.evcharging.source.tesla.TeslaAmmeter;
import io.evcharging.source.tesla.TeslaAmmeterAnswer;
import io.evcharging.testing.CsvCells;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table {@code amperage-command.csv}: true, and complete both ways. */
class AmperageTableTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<CommandOutcome> ELSEWHERE =
      Set.of(
          CommandOutcome.UNAUTHORIZED,
          CommandOutcome.UNKNOWN_VEHICLE,
          CommandOutcome.VEHICLE_STATE,
          CommandOutcome.RATE_LIMITED,
          CommandOutcome.REJECTED);

  private record Row(
      String direction,
      String brand,
      String field,
      String sample,
      String canonical,
      String expected) {

    @Override
    public String toString() {
      return String.join(" ", direction, brand, field, sample, "→", canonical, expected);
    }
  }

  static List<Row> rows() throws IOException {
    try (InputStream csv =
        AmperageTableTest.class.getResourceAsStream("/tables/amperage-command.csv")) {
      String text = new String(Objects.requireNonNull(csv).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(CsvCells::of).map(AmperageTableTest::row).toList();
    }
  }

  private static Row row(List<String> cells) {
    assertEquals(7, cells.size(), cells::toString);
    return new Row(
        cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void shouldDoAsTheRowSays(Row row) throws IOException {
    String actual =
        switch (row.direction() + " " + row.canonical()) {
          case "command amperage" -> sent(row).path(row.field()).asText();
          case "command outcome" -> refused(row);
          case "answer acceptedAmps" -> String.valueOf(answered(row).acceptedAmps());
          case "answer outcome" -> answered(row).outcome().name();
          default -> throw new IOException("no such row");
        };
    assertEquals(row.expected(), actual);
  }

  @Test
  void shouldHaveARowForEachFieldOfTheWireAndEachOutcomeItCanHave() throws IOException {
    Set<String> told =
        rows().stream().map(Row::field).collect(Collectors.toCollection(TreeSet::new));
    told.remove("");
    Set<String> wire =
        Stream.of(TeslaAmmeter.class, TeslaAmmeterAnswer.class)
            .flatMap(type -> Arrays.stream(type.getRecordComponents()))
            .map(RecordComponent::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(wire, told);

    Set<String> outcomes =
        Arrays.stream(CommandOutcome.values())
            .filter(outcome -> !ELSEWHERE.contains(outcome))
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> expected =
        rows().stream()
            .filter(row -> row.canonical().equals("outcome"))
            .map(Row::expected)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(outcomes, expected);
  }

  /** What leaves for the OEM. */
  private static JsonNode sent(Row row) throws IOException {
    List<byte[]> bodies = new ArrayList<>();
    actuated(row.sample(), bodies, "{}");
    return JSON.readTree(bodies.get(0));
  }

  private static String refused(Row row) {
    BigDecimal amps = new BigDecimal(row.sample());
    CommandParser parser = new CommandParser(1, 80);
    byte[] body = ("{\"amperage\":" + row.sample() + "}").getBytes(StandardCharsets.UTF_8);
    if (parser.parse(new CommandRequest(body, "car", "x", "rest", null, null, null)).fault()
        != null) {
      return CommandOutcome.INVALID.name();
    }
    return BrandCapabilities.amperage(row.brand())
        .map(capability -> capability.canSet(amps) ? "sent" : CommandOutcome.INVALID.name())
        .orElse(CommandOutcome.UNSUPPORTED_BY_BRAND.name());
  }

  private static Actuated answered(Row row) throws IOException {
    String message = "\"Successfully sent the following amperage: 16\"";
    boolean status = row.field().equals("status");
    return actuated(
        "16",
        new ArrayList<>(),
        "{\"message\":%s,\"status\":%s}"
            .formatted(status ? message : row.sample(), status ? row.sample() : "\"success\""));
  }

  private static Actuated actuated(String amps, List<byte[]> bodies, String answer) {
    TeslaAmmeterActuator actuator =
        new TeslaAmmeterActuator(
            (vehicleId, path, body) -> {
              bodies.add(body);
              return new SmartcarReply(200, null, null, answer.getBytes(StandardCharsets.UTF_8));
            });
    BigDecimal plain = new BigDecimal(amps).stripTrailingZeros();
    return actuator.set(new AmperageCommand("car", plain));
  }
}
