package io.evcharging.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * One contender polled the fleet once.
 *
 * @param vehicles how many
 * @param seconds on the clock
 * @param cpuSeconds of this process, all threads, compiler and collector included
 * @param heapBytes in use after the round and a full collection
 * @param threads the most platform threads of this process in the round, the JVM's Java ones
 * @param residentBytes after the round, before the collection; 0 where it is not known
 */
record Round(
    int vehicles,
    double seconds,
    double cpuSeconds,
    double heapBytes,
    double threads,
    double residentBytes) {

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Polls, then checks and takes away what was written. */
  static Round of(Contender contender, int vehicles) throws Exception {
    THREADS.resetPeakThreadCount();
    long cpu = PROCESS.getProcessCpuTime();
    long start = System.nanoTime();
    contender.pollAll();
    long nanos = System.nanoTime() - start;
    long cpuNanos = PROCESS.getProcessCpuTime() - cpu;
    int threads = THREADS.getPeakThreadCount();
    long resident = resident();
    Lines.takeFrom(contender.folder(), vehicles);
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return new Round(vehicles, nanos / 1e9, cpuNanos / 1e9, heap, threads, resident);
  }

  private static long resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
          .sum();
    }
  }

  double vehiclesPerSecond() {
    return vehicles / seconds;
  }

  double cpuSecondsPer10000() {
    return cpuSeconds * 10_000 / vehicles;
  }

  /** For {@link #parse}. */
  String text() {
    return vehicles
        + " "
        + seconds
        + " "
        + cpuSeconds
        + " "
        + heapBytes
        + " "
        + threads
        + " "
        + residentBytes;
  }

  static Round parse(String text) {
    double[] of = Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    return new Round((int) of[0], of[1], of[2], of[3], of[4], of[5]);
  }
}
