package io.evcharging.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesTest {

  private static final int MIB = 1024;

  private final Series heap = new Series("heap", "MiB", 1.0 / MIB, 16, Sample::heapKib);

  @Test
  void shouldSeeALeakHoweverMuchItGoesUpAndDown() {
    assertFalse(judge(minute -> (40L + minute + 20L * (minute % 2)) * MIB).flat());
  }

  @Test
  void shouldNotTakePeaksOrTheWarmUpForALeak() {
    assertTrue(judge(minute -> (minute % 10 == 9 ? 200L : 40L) * MIB).flat());
    assertTrue(judge(minute -> (minute < 15 ? minute : 15) * 4L * MIB).flat());
  }

  @Test
  void shouldMeasureGrowthFromTheFirstToTheLastOfTheSamplesThatCount() {
    Series.Verdict verdict = judge(minute -> minute * (long) MIB);
    assertEquals(44, verdict.growth(), 0.001);
    assertEquals(37, verdict.median(), 0.6);
    assertEquals(16, verdict.allowed(), 0.001);
  }

  /** An hour, a sample each minute. */
  private Series.Verdict judge(IntToLongFunction kib) {
    List<Sample> samples =
        IntStream.range(0, 60)
            .mapToObj(
                minute ->
                    new Sample(
                        Duration.ofMinutes(minute), kib.applyAsLong(minute), 0, 0, 0, 0, 0, 0, 0))
            .toList();
    return heap.judge(samples);
  }
}
