package io.evcharging.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final String UNTIL = "Fri, 20 Nov 2026 08:01:30 GMT";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the same time      | Fri, 20 Nov 2026 08:00:00 GMT | PT1M30S
          a clock behind     | Fri, 20 Nov 2026 07:50:00 GMT | PT11M30S
          a clock ahead      | Fri, 20 Nov 2026 08:01:00 GMT | PT1M30S
          far ahead          | Fri, 20 Nov 2026 09:00:00 GMT | PT1M30S
          no time            |                               | PT1M30S
          an unreadable time | yesterday                     | PT1M30S
          """)
  void shouldWaitAsLongAsTheSenderMeansAndNeverShorterThanByOwnClock(
      String sender, @Nullable String sent, Duration expected) {
    assertEquals(expected, RetryAfter.read(UNTIL, sent, NOW), sender);
  }

  @Test
  void shouldTakeSecondsAsTheyAreWhateverTheSendersClockSays() {
    assertEquals(Duration.ofSeconds(7), RetryAfter.read("7", "Fri, 20 Nov 2026 07:00:00 GMT", NOW));
  }

  @Test
  void shouldNotWaitForATimeThatIsOver() {
    assertEquals(Duration.ZERO, RetryAfter.read("Fri, 20 Nov 2026 07:00:00 GMT", null, NOW));
    assertEquals(Duration.ZERO, RetryAfter.read("Sun Nov  6 08:49:37 1994", null, NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {UNTIL, "Friday, 20-Nov-26 08:01:30 GMT", "Fri Nov 20 08:01:30 2026"})
  void shouldReadEachFormOfADate(String header) {
    assertEquals(Duration.ofSeconds(90), RetryAfter.read(header, null, NOW));
  }

  @Test
  void shouldTakeTheLongestOfMany() {
    Message answer = new DefaultMessage(new DefaultCamelContext());
    answer.setHeader(RetryAfter.NAME, List.of("7", UNTIL, "soon"));
    assertEquals(Duration.ofSeconds(90), RetryAfter.of(answer, NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1.5", "2026-11-20T08:00:00Z"})
  void shouldSayNothingWhereNothingCanBeRead(String header) {
    assertNull(RetryAfter.read(header, null, NOW));
    assertNull(RetryAfter.read(null, header, NOW));
  }
}
