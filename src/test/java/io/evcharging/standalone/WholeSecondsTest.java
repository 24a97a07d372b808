package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeSecondsTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T14:18:22.999123Z, 2026-11-21T14:18:22Z",
    "2026-11-21T14:18:22Z, 2026-11-21T14:18:22Z",
    "-, -"
  })
  void shouldCutFractionsOff(String time, String shown) {
    assertEquals(shown, WholeSeconds.of(time));
  }
}
