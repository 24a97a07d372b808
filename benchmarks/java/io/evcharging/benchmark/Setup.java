package io.evcharging.benchmark;

import java.time.Duration;

/**
 * What is measured. The system properties {@code bench.*} set it.
 *
 * @param vehicles how many are polled in one round
 * @param rounds how often each contender polls them all, measured
 * @param warmUp how long all contenders take turns before that
 * @param concurrency how many polls run at the same time
 * @param latency how long the server takes to answer
 */
record Setup(int vehicles, int rounds, Duration warmUp, int concurrency, Duration latency) {

  /** A round that takes longer has failed. */
  static final Duration LIMIT = Duration.ofSeconds(60);

  /** The server answers at once: what counts is the work of the client. */
  static Setup atOnce() {
    return new Setup(
        number("bench.vehicles"),
        number("bench.rounds"),
        Duration.ofSeconds(number("bench.warm-up")),
        number("bench.concurrency"),
        Duration.ZERO);
  }

  /** The server takes its time: what counts is that the polls wait side by side. */
  static Setup slow() {
    return new Setup(
        number("bench.vehicles"),
        number("bench.slow.rounds"),
        Duration.ofSeconds(number("bench.slow.warm-up")),
        number("bench.slow.concurrency"),
        Duration.ofMillis(number("bench.slow.latency")));
  }

  private static int number(String property) {
    Integer value = Integer.getInteger(property);
    if (value == null) {
      throw new IllegalArgumentException("-D" + property + "=<number> is missing");
    }
    return value;
  }

  /** The id of the vehicle with this number. */
  static String vehicleId(int number) {
    return "bench-" + number;
  }
}
