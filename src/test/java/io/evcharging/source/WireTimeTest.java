package io.evcharging.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimeTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T08:15:00Z, 2026-11-20T08:15:00Z",
    "2026-11-20T08:15:00.5Z, 2026-11-20T08:15:00.500Z",
    "2026-11-20T08:15:00.123456789Z, 2026-11-20T08:15:00.123456789Z",
    "2024-02-29T23:59:59.000Z, 2024-02-29T23:59:59Z",
    "2026-11-20T08:15Z, 2026-11-20T08:15:00Z",
    "2026-11-20T09:15:00+01:00, 2026-11-20T08:15:00Z",
    "2026-11-20T00:15:00.250-0800, 2026-11-20T08:15:00.250Z",
    "' 2026-11-20T08:15:00Z ', 2026-11-20T08:15:00Z",
    "1795162500, 2026-11-20T08:15:00Z",
    "1795162500500, 2026-11-20T08:15:00.500Z"
  })
  void shouldReadATime(String text, Instant time) {
    assertEquals(time, WireTime.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-20T08:15:00",
        "2026-11-20",
        "2026-02-30T08:15:00Z",
        "2026-11-20T24:15:00Z",
        "2026-11-20T08:15:00.1234567890Z",
        "2026-11-20t08:15:00x",
        "+12345-11-20T08:15:00Z",
        "Fri, 20 Nov 2026 08:15:00 GMT",
        "65535",
        "-1795162500",
        "1795162500000000",
        "1e99",
        "yesterday"
      })
  void shouldNotGuessATime(String text) {
    assertNull(WireTime.parse(text));
  }

  @Test
  void shouldTellSecondsFromMilliseconds() {
    assertEquals(
        Instant.ofEpochSecond(99_999_999_999L), WireTime.parse(new BigDecimal("99999999999")));
    assertEquals(
        Instant.ofEpochMilli(100_000_000_000L), WireTime.parse(new BigDecimal("100000000000")));
  }

  @Test
  void shouldTakeZeroForNoTime() {
    assertTrue(WireTime.isNone(new BigDecimal("0.0")));
    assertTrue(WireTime.isNone(""));
    assertTrue(WireTime.isNone(null));
  }
}
