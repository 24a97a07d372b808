package io.evcharging.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What is measured. The system properties {@code bench.*} set it.
 *
 * @param vehicles how many are polled in one round
 * @param rounds how often each contender polls them all, measured
 * @param warmUp how long each contender polls before that
 * @param concurrency how many polls run at the same time
 * @param latency how long the server takes to answer
 */
record Setup(int vehicles, int rounds, Duration warmUp, int concurrency, Duration latency) {

  /** A round that takes longer has failed. */
  static final Duration LIMIT = Duration.ofMinutes(3);

  /** One part of the run: {@code bench.<part>.…}. */
  static Setup of(String part) {
    String prefix = "bench." + part + ".";
    return new Setup(
        number(prefix + "vehicles"),
        number(prefix + "rounds"),
        Duration.ofSeconds(number(prefix + "warm-up")),
        number(prefix + "concurrency"),
        Duration.ofMillis(number(prefix + "latency")));
  }

  /** The contenders of a part, in the order of the table; the first one is the base. */
  static List<String> rows(String part) {
    return List.of(System.getProperty("bench." + part + ".rows", "").split(",", -1));
  }

  private static int number(String property) {
    Integer value = Integer.getInteger(property);
    if (value == null) {
      throw new IllegalArgumentException("-D" + property + "=<number> is missing");
    }
    return value;
  }

  /** The most polls a second that such a latency allows. */
  double ideal() {
    return concurrency * 1000.0 / latency.toMillis();
  }

  /** For {@link #parse}. */
  String text() {
    return vehicles + "," + concurrency + "," + latency.toMillis();
  }

  /** What a contender has to know. */
  static Setup parse(String text) {
    int[] parts = Arrays.stream(text.split(",", -1)).mapToInt(Integer::parseInt).toArray();
    return new Setup(parts[0], 0, Duration.ZERO, parts[1], Duration.ofMillis(parts[2]));
  }

  /** With so few vehicles that a contender that takes one after the other comes to an end. */
  Setup oneAfterTheOther() {
    int few = latency.isZero() ? vehicles : (int) Math.max(1, 5000 / latency.toMillis());
    return new Setup(Math.min(vehicles, few), rounds, warmUp, concurrency, latency);
  }

  /** The id of the vehicle with this number. */
  static String vehicleId(int number) {
    return "bench-" + number;
  }
}
