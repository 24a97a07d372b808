package io.evcharging.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evcharging.failure.EvChargingException;
import io.evcharging.failure.StopAndReportException;
import io.evcharging.failure.WaitAndRetryException;
import io.evcharging.source.smartcar.SmartcarError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmartcarFailuresTest {

  private final SmartcarFailures failures =
      new SmartcarFailures(Clock.fixed(Instant.parse("2026-11-20T08:00:00Z"), ZoneOffset.UTC));

  @ParameterizedTest
  @ValueSource(ints = {408, 409, 425, 429, 500, 502, 503, 504, 599})
  void shouldWaitWhereAFaultPasses(int status) {
    assertInstanceOf(WaitAndRetryException.class, failure(status, "{}", null));
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 301, 302, 400, 401, 403, 404, 430, 501})
  void shouldStopWhereSomebodyMustAct(int status) {
    assertInstanceOf(StopAndReportException.class, failure(status, "{}", null));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "40|PT40S",
        "Fri, 20 Nov 2026 08:01:30 GMT|PT1M30S",
        "Fri, 20 Nov 2026 07:00:00 GMT|PT0S",
        "soon|-",
        "-1|-",
        "99999999999999999999|-",
        "-|-"
      })
  void shouldWaitAsLongAsRetryAfterSays(@Nullable String header, @Nullable String wait) {
    WaitAndRetryException failure =
        assertInstanceOf(WaitAndRetryException.class, failure(429, "{}", header));
    assertEquals(Optional.ofNullable(wait).map(Duration::parse), failure.retryAfter());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"VEHICLE_STATE\",\"code\":\"ASLEEP\",\"description\":\"Ann's car\"}|HTTP 409 VEHICLE_STATE/ASLEEP",
        "{\"type\":\"PERMISSION\",\"code\":null}|HTTP 409 PERMISSION",
        "{\"errors\":[{\"status\":\"409\",\"code\":\"VEHICLE_STATE:ASLEEP\"}]}|HTTP 409/VEHICLE_STATE:ASLEEP",
        "{\"error\":{\"type\":\"server\",\"code\":\"internal\"}}|HTTP 409 SERVER/INTERNAL",
        "{\"type\":\"two words \\n and a line\"}|HTTP 409",
        "{\"type\":[1],\"code\":{}}|HTTP 409",
        "[]|HTTP 409",
        "<html>|HTTP 409"
      })
  void shouldReadWhatIsThere(String body, String message) {
    assertEquals(message, failure(409, body, null).getMessage());
  }

  @Test
  void shouldReadAnEmptyBody() {
    assertEquals("HTTP 500", failure(500, "", null).getMessage());
  }

  private EvChargingException failure(int status, String body, @Nullable String retryAfter) {
    return failures.of(SmartcarError.read(status, body.getBytes(UTF_8)), retryAfter);
  }
}
