package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LogKeysTest {

  @Test
  void shouldFindTheKeysWhateverEndsThem() {
    assertEquals(
        Map.of("brand", "TESLA", "vehicleId", "v-1", "source", "tesla-charge", "status", "429"),
        LogKeys.of("poll brand=TESLA vehicleId=v-1 source=tesla-charge, status=429: wait"));
  }

  @Test
  void shouldFindAllKeysOfOurLinesAndTheReasonWithoutItsQuotes() {
    assertEquals(
        Map.of("sink", "rest", "vehicleId", "v-1", "id", "8c7e1d2a", "reason", "HTTP 422, too hot"),
        LogKeys.of("dead letter sink=rest vehicleId=v-1 id=8c7e1d2a reason=\"HTTP 422, too hot\""));
    String command = "commandId=9ff8 door=rest requestedBy=ops confirmation=confirmed userId=u";
    assertEquals(
        Set.of("commandId", "door", "requestedBy", "confirmation", "userId"),
        LogKeys.of(command).keySet());
  }

  @Test
  void shouldTakeNothingOutOfQuotesNorAnyOtherName() {
    assertEquals(
        Map.of("reason", "no outcome=observed here", "outcome", "stopped"),
        LogKeys.of("poll reason=\"no outcome=observed here\" key=secret outcome=stopped"));
    assertEquals(Map.of(), LogKeys.of("\"source=a text\" x-source=b url=http://h/?source=c"));
    assertEquals(
        Map.of("reason", "never closed outcome=observed"),
        LogKeys.of("reason=\"never closed outcome=observed"));
  }

  @Test
  void shouldPreferTheFirstForWhatComesLaterMayBeSomebodyElsesWords() {
    assertEquals(
        Map.of("outcome", "failed"), LogKeys.of("poll outcome=failed what outcome=observed"));
  }
}
