package io.evcharging.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-20T08:15:00Z",
        "2026-11-20T08:15:00.500Z",
        "2026-01-02T03:04:05.006Z",
        "2026-11-20T08:15:00.000120Z",
        "2026-11-20T08:15:00.000000001Z",
        "1969-12-31T23:59:59.999Z",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z",
        "-0001-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z"
      })
  void shouldWriteATimeAsTheLibraryDoes(String text) {
    Instant time = Instant.parse(text);

    assertEquals(time.toString(), UtcText.of(time));
    assertEquals(text, UtcText.of(time));
  }
}
