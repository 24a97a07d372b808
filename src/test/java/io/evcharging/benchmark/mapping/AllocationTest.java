package io.evcharging.benchmark.mapping;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mapping allocates: on every machine the same, once it is compiled. */
class AllocationTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int BATCH = 2000;
  private static final int MOST_BATCHES = 50;

  /** The bounds are a quarter above what was measured in docs/benchmarks.md. */
  @ParameterizedTest
  @CsvSource({"TESLA, 10600", "AUDI, 8900", "SIGNALS, 25000"})
  void shouldAllocateNoMore(Sample sample, long bound) throws IOException {
    Contender normaliser = Contenders.normaliser();
    long least = Long.MAX_VALUE;
    for (int batch = 0; batch < MOST_BATCHES && least > bound; batch++) {
      least = Math.min(least, bytesEach(normaliser, sample));
    }
    long bytes = least;
    assertTrue(bytes <= bound, () -> bytes + " bytes instead of " + bound);
  }

  private static long bytesEach(Contender contender, Sample sample) throws IOException {
    var answer = sample.answer();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < BATCH; i++) {
      contender.map(answer);
    }
    return (THREADS.getCurrentThreadAllocatedBytes() - before) / BATCH;
  }
}
