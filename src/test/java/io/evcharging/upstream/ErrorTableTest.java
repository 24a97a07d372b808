package io.evcharging.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evcharging.failure.RetryAfter;
import io.evcharging.source.ChargeSource;
import io.evcharging.source.smartcar.SmartcarError;
import io.evcharging.upstream.Decision.Kind;
import io.evcharging.upstream.Decision.Scope;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ErrorTableTest {

  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  /** The table of the documentation, row by row and code by code. */
  @ParameterizedTest
  @CsvFileSource(resources = "/upstream/errors.csv", delimiter = '|', numLinesToSkip = 1)
  void shouldDecideAsTheTableSays(
      int status,
      @Nullable String type,
      @Nullable String code,
      @Nullable String retryAfter,
      ChargeSource.Kind asked,
      String expected) {
    Decision decision =
        ErrorTable.decide(
            asked,
            new SmartcarError(status, type, code, null),
            RetryAfter.read(retryAfter, null, NOW));
    Duration wait = decision.retryAfter();
    assertEquals(
        expected, decision.kind() + " " + decision.scope() + (wait == null ? "" : " " + wait));
  }

  /** Whatever comes, there is one decision, and it keeps what holds for all of them. */
  @Property(tries = 20_000)
  void shouldAlwaysDecideOnce(
      @ForAll("statuses") int status,
      @ForAll("words") @Nullable String type,
      @ForAll("words") @Nullable String code,
      @ForAll("headers") @Nullable String header,
      @ForAll ChargeSource.Kind asked) {
    SmartcarError error = new SmartcarError(status, type, code, null);
    Duration wait = RetryAfter.read(header, null, NOW);
    Decision decision = ErrorTable.decide(asked, error, wait);
    Statistics.collect(decision.kind(), decision.scope());

    assertEquals(decision, ErrorTable.decide(asked, error, wait), "the same again");
    assertEquals(wait, decision.retryAfter(), "never shortened, never dropped");
    assertEquals(
        decision.kind() == Kind.RETRY,
        wait == null && ((status >= 500 && status != 501) || isEarly(status)),
        "only what may succeed in a moment is tried again");
    assertEquals(status == 401, decision.kind() == Kind.NEW_TOKEN);
    if (decision.scope() == Scope.APPLICATION) {
      assertEquals(true, status >= 400 && status < 500, "a fault of a vehicle stops that one only");
    }
  }

  /** The list of connections has no vehicle that could wait in its place. */
  @Property(tries = 5_000)
  void shouldAlwaysDecideOnceAboutTheConnections(
      @ForAll("statuses") int status,
      @ForAll("words") @Nullable String type,
      @ForAll("headers") @Nullable String header) {
    SmartcarError error = new SmartcarError(status, type, null, null);
    Duration wait = RetryAfter.read(header, null, NOW);
    Decision decision = ErrorTable.ofConnections(error, wait);
    assertEquals(wait, decision.retryAfter());
    assertEquals(wait != null || decision.kind() == Kind.WAIT, waits(decision));
    assertEquals(true, status != 429 || decision.scope() == Scope.APPLICATION);
  }

  private static boolean waits(Decision decision) {
    return decision.kind() != Kind.SUSPEND ? decision.holdsBack() : decision.retryAfter() != null;
  }

  private static boolean isEarly(int status) {
    return status == 408 || status == 425;
  }

  /** A wait is as long as it was said, whenever the header came. */
  @Property
  void shouldNeverShortenRetryAfter(
      @ForAll @IntRange(max = 999_999_999) int seconds, @ForAll @IntRange(max = 999) int millis) {
    Instant now = NOW.plusMillis(millis);
    Instant then = NOW.plusSeconds(seconds);
    String date =
        java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
            then.atOffset(java.time.ZoneOffset.UTC));
    assertEquals(Duration.ofSeconds(seconds), RetryAfter.read(String.valueOf(seconds), null, now));
    Duration until = Duration.between(now, then);
    assertEquals(until.isNegative() ? Duration.ZERO : until, RetryAfter.read(date, null, now));
  }

  @Provide
  Arbitrary<Integer> statuses() {
    return Arbitraries.oneOf(
        Arbitraries.of(400, 401, 403, 404, 408, 409, 425, 429, 430, 500, 501, 502, 503),
        Arbitraries.integers().between(100, 599),
        Arbitraries.integers());
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.oneOf(
            Arbitraries.of(
                "VALIDATION",
                "CONNECTED_SERVICES_ACCOUNT",
                "PERMISSION",
                "RATE_LIMIT",
                "BILLING",
                "COMPATIBILITY",
                "VEHICLE_STATE",
                "UPSTREAM",
                "VEHICLE",
                "SMARTCAR_API",
                "RATE_LIMIT:SMARTCAR_API",
                "VEHICLE_STATE:ASLEEP",
                "INVALID_PLAN",
                "ACCOUNT_SUSPENDED",
                "VEHICLE_NOT_CAPABLE",
                ":",
                ""),
            Arbitraries.strings().ascii().ofMaxLength(64))
        .injectNull(0.2);
  }

  @Provide
  Arbitrary<String> headers() {
    return Arbitraries.of(
            "0", "40", "99999999999999999999", "soon", "-1", "Fri, 20 Nov 2026 09:00:00 GMT", "")
        .injectNull(0.3);
  }
}
