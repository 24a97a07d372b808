package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LogKeysTest {

  @Test
  void shouldFindTheKeysWhateverEndsThem() {
    assertEquals(
        Map.of("brand", "TESLA", "vehicleId", "v-1", "source", "tesla-charge", "status", "429"),
        LogKeys.of("poll brand=TESLA vehicleId=v-1 source=tesla-charge, status=429: wait"));
  }

  @Test
  void shouldTakeNothingOutOfQuotesNorAnyOtherName() {
    assertEquals(
        Map.of("outcome", "stopped"),
        LogKeys.of("poll reason=\"no outcome=observed here\" key=secret outcome=stopped"));
    assertEquals(Map.of(), LogKeys.of("\"source=a text\" x-source=b url=http://h/?source=c"));
    assertEquals(Map.of(), LogKeys.of("reason=\"never closed outcome=observed"));
  }

  @Test
  void shouldPreferTheFirstForWhatComesLaterMayBeSomebodyElsesWords() {
    assertEquals(
        Map.of("outcome", "failed"), LogKeys.of("poll outcome=failed what outcome=observed"));
  }
}
