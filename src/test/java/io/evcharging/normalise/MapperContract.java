package io.evcharging.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.canonical.ChargingObservation;
import io.evcharging.canonical.Finding;
import io.evcharging.canonical.FindingCode;
import io.evcharging.canonical.Vehicle;
import io.evcharging.failure.CannotMapException;
import io.evcharging.source.ChargeSource;
import io.evcharging.source.smartcar.SmartcarHeaders;
import io.evcharging.testing.ObservationSchema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every mapper owes to its users, whatever its source says. */
abstract class MapperContract {

  private static final Vehicle VEHICLE = new Vehicle("veh-1", "ANY");
  private static final SmartcarHeaders HEADERS =
      new SmartcarHeaders("2026-11-20T08:15:00Z", "2026-11-20T08:15:02Z", "metric", "r-1");
  private static final Instant RECEIVED_AT = Instant.parse("2026-11-20T08:15:03Z");

  private final Normaliser normaliser = new Normaliser();

  abstract ChargeSource source();

  /** The names of all fields that rules name. */
  abstract Set<String> fields();

  /** An answer with these fields, each as JSON. */
  abstract String answer(Map<String, String> fields);

  /** Two answers that differ in one value. */
  abstract List<Map<String, String>> readings();

  @Test
  void shouldSayNothingAboutAnEmptyAnswer() {
    assertSaysNothing(normalise(Map.of()));
  }

  @Test
  void shouldLeaveOutWhatIsNull() {
    ChargingObservation observation = normalise(all("null"));
    assertSaysNothing(observation);
    assertEquals(List.of(), observation.findings());
  }

  @Test
  void shouldLeaveOutEmptyText() {
    ChargingObservation observation = normalise(all("\"\""));
    assertSaysNothing(observation);
    assertEquals(List.of(), observation.findings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"<invalid>\"", "\"INVALID\"", "\"unsupported\"", "\"sna\"", "65535"})
  void shouldLeaveOutSentinelsWithAFinding(String sentinel) {
    ChargingObservation observation = normalise(all(sentinel));
    assertSaysNothing(observation);
    assertEquals(Set.of(FindingCode.SENTINEL), codes(observation));
    assertEquals(fields().size(), observation.findings().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"odd\": [1]}", "[[\"odd\"]]"})
  void shouldLeaveOutWrongTypesWithAFinding(String odd) {
    ChargingObservation observation = normalise(all(odd));
    assertSaysNothing(observation);
    assertEquals(Set.of(FindingCode.UNPARSEABLE), codes(observation));
    assertEquals(fields().size(), observation.findings().size());
  }

  @Test
  void shouldKeepAFieldThatNoRuleNames() {
    ChargingObservation observation = normalise(Map.of("charge-novelty", "{\"a\": 1}"));
    assertEquals(Set.of("charge-novelty"), observation.unmapped().keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "7", "\"text\"", "[]", "{\"cut\":", "<html>", "}"})
  void shouldRefuseWhatIsNoAnswer(String text) {
    Answer answer = answer(text, VEHICLE, HEADERS, RECEIVED_AT);
    assertThrows(CannotMapException.class, () -> normaliser.normalise(answer));
  }

  @Test
  void shouldGiveTheSameReadingTheSameId() {
    String text = answer(readings().get(0));
    SmartcarHeaders fetchedAgain =
        new SmartcarHeaders(HEADERS.dataAge(), "2026-11-20T09:00:00Z", "metric", "r-2");
    assertEquals(
        normalise(answer(text, VEHICLE, HEADERS, RECEIVED_AT)).id(),
        normalise(answer(text, VEHICLE, fetchedAgain, RECEIVED_AT.plusSeconds(60))).id());
  }

  @Test
  void shouldGiveAnotherReadingAnotherId() {
    assertNotEquals(normalise(readings().get(0)).id(), normalise(readings().get(1)).id());
  }

  @Test
  void shouldGiveAnotherVehicleAnotherId() {
    String text = answer(readings().get(0));
    assertNotEquals(
        normalise(answer(text, VEHICLE, HEADERS, RECEIVED_AT)).id(),
        normalise(answer(text, new Vehicle("veh-2", "ANY"), HEADERS, RECEIVED_AT)).id());
  }

  private void assertSaysNothing(ChargingObservation observation) {
    assertEquals(
        new ChargingObservation(
            observation.id(),
            VEHICLE,
            observation.source(),
            observation.observedAt(),
            observation.fetchedAt(),
            RECEIVED_AT,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            observation.findings(),
            null),
        observation);
    assertTrue(observation.observedAt() != null);
  }

  private Map<String, String> all(String json) {
    Map<String, String> all = new LinkedHashMap<>();
    fields().forEach(field -> all.put(field, json));
    return all;
  }

  private static Set<FindingCode> codes(ChargingObservation observation) {
    return observation.findings().stream().map(Finding::code).collect(Collectors.toSet());
  }

  private ChargingObservation normalise(Map<String, String> fields) {
    return normalise(answer(answer(fields), VEHICLE, HEADERS, RECEIVED_AT));
  }

  private ChargingObservation normalise(Answer answer) {
    NormalisedObservation normalised = normaliser.normalise(answer).orElseThrow();
    ObservationSchema.assertValid(normalised.json());
    return normalised.observation();
  }

  private Answer answer(String text, Vehicle vehicle, SmartcarHeaders headers, Instant receivedAt) {
    return new Answer(
        vehicle, source(), headers, receivedAt, List.of(text.getBytes(StandardCharsets.UTF_8)));
  }
}
