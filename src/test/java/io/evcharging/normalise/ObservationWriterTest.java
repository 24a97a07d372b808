package io.evcharging.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.evcharging.canonical.Vehicle;
import io.evcharging.source.ChargeSource;
import io.evcharging.source.smartcar.SmartcarHeaders;
import io.evcharging.testing.ObservationSchema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservationWriterTest {

  private final Normaliser normaliser = new Normaliser();

  @Test
  void shouldWriteOneLineInTheOrderOfTheContract() {
    NormalisedObservation observation =
        normalise("{\"isPluggedIn\": null, \"state\": \"CHARGING\", \"wattage\": 0.8}");
    assertEquals(
        "{\"type\":\"io.evcharging.observation.v1\",\"id\":\""
            + observation.observation().id()
            + "\",\"vehicle\":{\"id\":\"véh-1\",\"brand\":\"TESLA\"},"
            + "\"source\":{\"endpoint\":\"tesla-charge\",\"requestId\":\"r-1\"},"
            + "\"observedAt\":\"2026-11-20T08:15:00Z\",\"fetchedAt\":\"2026-11-20T08:15:02.500Z\","
            + "\"receivedAt\":\"2026-11-20T08:15:03Z\","
            + "\"status\":{\"state\":\"CHARGING\",\"charging\":true,\"pluggedIn\":true},"
            + "\"electrical\":{\"powerWatts\":800},"
            + "\"findings\":[{\"field\":\"status.pluggedIn\",\"code\":\"DERIVED\","
            + "\"detail\":\"Not told; a vehicle that charges is plugged in.\"}]}",
        text(observation));
  }

  @Test
  void shouldKeepWhatNoRuleNamesToTheDigit() {
    String json = text(normalise("{\"odd\": {\"price\": 1.50, \"empty\": [], \"none\": null}}"));
    assertEquals(
        "{\"odd\":{\"price\":1.50,\"empty\":[],\"none\":null}}}",
        json.substring(json.indexOf("\"unmapped\":") + 11));
  }

  @Test
  void shouldWriteAnAbsurdNumberWithoutItsZeros() {
    String json = text(normalise("{\"amperage\": 1e999999999}"));
    assertEquals("1E+999999999", json.replaceAll(".*\"raw\":([^,]*),.*", "$1"));
  }

  @Test
  void shouldBeRefusedByTheSchemaWithAFieldTooMuch() {
    byte[] json = normalise("{}").json();
    String spoilt = new String(json, StandardCharsets.UTF_8).replace("\"brand\"", "\"make\"");
    assertFalse(ObservationSchema.faults(spoilt.getBytes(StandardCharsets.UTF_8)).isEmpty());
  }

  private NormalisedObservation normalise(String body) {
    Answer answer =
        new Answer(
            new Vehicle("véh-1", "TESLA"),
            ChargeSource.TESLA_CHARGE,
            new SmartcarHeaders(
                "2026-11-20T08:15:00.000Z", "2026-11-20T08:15:02.500Z", "metric", "r-1"),
            Instant.parse("2026-11-20T08:15:03Z"),
            List.of(body.getBytes(StandardCharsets.UTF_8)));
    NormalisedObservation observation = normaliser.normalise(answer).orElseThrow();
    ObservationSchema.assertValid(observation.json());
    return observation;
  }

  private static String text(NormalisedObservation observation) {
    return new String(observation.json(), StandardCharsets.UTF_8);
  }
}
