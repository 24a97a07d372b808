package io.evcharging.config;

import java.util.Arrays;
import java.util.Locale;

/**
 * How much the data directory may take.
 *
 * @param bytes how many it may hold, 0 for no bound
 * @param keepFree how many bytes of its disk stay free, 0 for no bound
 * @param whenFull what happens at the bound
 */
public record QuotaConfig(long bytes, long keepFree, WhenFull whenFull) {

  private static final String KEY = "evcharging.data-directory";
  private static final long SMALLEST_QUOTA = 4 << 20;

  /** An empty journal keeps some 26 MiB: under this, it would be full for ever. */
  private static final long SMALLEST_WITH_JOURNAL = 48 << 20;

  private static final long MAX = Long.MAX_VALUE / 1024;

  /** What happens when the data directory is full. */
  public enum WhenFull {
    /** No poll is made until there is room again. */
    STOP_POLLING,
    /** The oldest that waits for the sink with the longest queue is given up. */
    DROP_OLDEST;

    private boolean isSpelt(String text) {
      return name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text);
    }
  }

  static QuotaConfig read(Values values) {
    return new QuotaConfig(
        bytes(values),
        values.size(KEY + ".keep-free", 0, MAX),
        values.read(
            KEY + ".when-full",
            WhenFull.STOP_POLLING,
            "stop-polling or drop-oldest",
            text ->
                Arrays.stream(WhenFull.values())
                    .filter(some -> some.isSpelt(text))
                    .findFirst()
                    .orElse(null)));
  }

  private static boolean journalInside(Values values) {
    return values.around().hasBroker()
        && JmsConfig.EMBEDDED.equals(values.optional(JmsConfig.BROKER_URL));
  }

  private static long bytes(Values values) {
    String key = KEY + ".quota";
    long bytes = values.size(key, 0, MAX);
    long least = journalInside(values) ? SMALLEST_WITH_JOURNAL : SMALLEST_QUOTA;
    if (bytes > 0 && bytes < least) {
      values.fault(key, "0, or a whole number from " + least + " to " + MAX);
    }
    return bytes;
  }
}
