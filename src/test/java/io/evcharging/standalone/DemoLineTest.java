package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoLineTest {

  private static final Instant NOW = Instant.parse("2026-11-20T08:15:05Z");

  @Test
  void shouldShowWhatTheObservationSays() throws JsonProcessingException {
    String line =
        line(
            """
            {"vehicle":{"id":"veh-1","brand":"TESLA"},"observedAt":"2026-11-20T08:15:00Z",
             "status":{"state":"CHARGING"},"electrical":{"powerWatts":10960},
             "limits":{"activePercent":80}}""");
    assertTrue(
        line.matches("\\S+ +TESLA +veh-1 +CHARGING +11\\.0 kW +limit 80 % +5 s old *"), line);
  }

  @Test
  void shouldShowADashForWhatIsAbsent() throws JsonProcessingException {
    String line = line("{\"vehicle\":{\"id\":\"veh-1\",\"brand\":\"BMW\"}}");
    assertTrue(line.matches("\\S+ +BMW +veh-1 +- +- +limit - +- *"), line);
  }

  @Test
  void shouldShowWhatBecameOfACommand() throws JsonProcessingException {
    String line =
        line(
            """
            {"type":"io.evcharging.command.v1","vehicleId":"veh-1","brand":"TESLA",
             "requestedAmps":40,"acceptedAmps":32,"outcome":"CLAMPED",
             "confirmation":{"status":"PENDING","observedAmps":null,"observedAt":null}}""");
    assertTrue(line.matches("\\S+ +TESLA +veh-1 +command 40 A: CLAMPED 32 A, PENDING *"), line);
  }

  @Test
  void shouldShowADashForWhatACommandDoesNotSay() throws JsonProcessingException {
    String line =
        line(
            """
            {"type":"io.evcharging.command.v1","vehicleId":null,"brand":null,
             "requestedAmps":null,"acceptedAmps":null,"outcome":"INVALID","confirmation":null}""");
    assertTrue(line.matches("\\S+ +- +- +command: INVALID *"), line);
  }

  @ParameterizedTest
  @CsvSource({"08:14:00,65 s old", "08:00:05,15 min old", "05:15:05,3 h old"})
  void shouldShowTheAgeInAUnitThatFits(String time, String age) throws JsonProcessingException {
    String line = line("{\"observedAt\":\"2026-11-20T%sZ\"}".formatted(time));
    assertTrue(line.strip().endsWith(age), line);
  }

  private static String line(String json) throws JsonProcessingException {
    return DemoLine.of(new ObjectMapper().readTree(json), NOW);
  }
}
