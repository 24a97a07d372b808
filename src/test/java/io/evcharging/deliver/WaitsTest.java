package io.evcharging.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evcharging.failure.EvChargingException;
import io.evcharging.failure.StopAndReportException;
import io.evcharging.failure.WaitAndRetryException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaitsTest {

  private double random;

  private final DeliveryRetry.Waits waits =
      new DeliveryRetry.Waits(
          Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(5), () -> random);

  private static EvChargingException passing(@Nullable Duration retryAfter) {
    return new WaitAndRetryException("HTTP 503", retryAfter, null);
  }

  private List<Long> seconds(EvChargingException failure, int attempts) {
    return IntStream.rangeClosed(1, attempts)
        .mapToObj(attempt -> waits.after(failure, attempt).toSeconds())
        .toList();
  }

  @Test
  void shouldDoubleUntilTheLongest() {
    assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 30L, 30L), seconds(passing(null), 7));
    assertEquals(30, waits.after(passing(null), 1_000_000).toSeconds());
  }

  @Test
  void shouldLeaveOutARandomHalf() {
    random = 1;
    assertEquals(Duration.ofSeconds(4), waits.after(passing(null), 4));
    random = 0.5;
    assertEquals(Duration.ofSeconds(6), waits.after(passing(null), 4));
  }

  @Test
  void shouldNeverShortenWhatTheOtherSideAskedFor() {
    random = 1;
    assertEquals(Duration.ofHours(2), waits.after(passing(Duration.ofHours(2)), 1));
    assertEquals(Duration.ofSeconds(15), waits.after(passing(Duration.ofSeconds(3)), 9));
  }

  @Test
  void shouldBeSlowWithWhatSomebodyMustMend() {
    assertEquals(List.of(300L, 300L), seconds(new StopAndReportException("HTTP 401", null), 2));
  }
}
