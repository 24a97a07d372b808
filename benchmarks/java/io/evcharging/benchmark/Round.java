package io.evcharging.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * One contender polled the fleet once.
 *
 * @param vehicles how many
 * @param seconds on the clock
 * @param cpuSeconds of this process, all threads, compiler and collector included
 * @param heapBytes in use after the round and a full collection
 */
record Round(int vehicles, double seconds, double cpuSeconds, long heapBytes) {

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** Polls, then checks and takes away what was written. */
  static Round of(Contender contender, int vehicles) throws Exception {
    long cpu = PROCESS.getProcessCpuTime();
    long start = System.nanoTime();
    contender.pollAll();
    long nanos = System.nanoTime() - start;
    long cpuNanos = PROCESS.getProcessCpuTime() - cpu;
    Lines.takeFrom(contender.folder(), vehicles);
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return new Round(vehicles, nanos / 1e9, cpuNanos / 1e9, heap);
  }

  double vehiclesPerSecond() {
    return vehicles / seconds;
  }

  double cpuSecondsPer10000() {
    return cpuSeconds * 10_000 / vehicles;
  }
}
