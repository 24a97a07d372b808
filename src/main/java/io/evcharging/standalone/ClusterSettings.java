package io.evcharging.standalone;

import io.evcharging.config.ChannelsConfig;
import io.evcharging.config.ClusterConfig;
import io.evcharging.config.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What changes by itself when a process is one of many nodes. */
final class ClusterSettings {

  private static final String CONCURRENCY = "evcharging.poll.concurrency";

  /** The default's: of one process. */
  private static final String OWN_QUEUE = "seda:evcharging-polls?";

  /** Each takes a poll in a transaction, and waits with it. */
  private static final int MOST_THREADS = 200;

  private ClusterSettings() {}

  /**
   * Adds what follows from the switch to what is settled.
   *
   * @param files as in {@link RunnerSettings#of}
   * @param settled likewise
   */
  static Map<String, String> settle(String files, Map<String, String> settled) {
    Map<String, String> values = new HashMap<>(settled);
    try (RunnerSettings settings = RunnerSettings.of(files, settled)) {
      if (text(settings, ClusterConfig.ENABLED).equals("true")
          && text(settings, ChannelsConfig.POLLS).startsWith(OWN_QUEUE)) {
        String concurrency = threads(text(settings, CONCURRENCY));
        values.put(
            ChannelsConfig.POLLS,
            ClusterConfig.POLLS.replace("{{" + CONCURRENCY + "}}", concurrency));
      }
    }
    return values;
  }

  /** One for each poll that is under way, within reason. A faulty number is named elsewhere. */
  private static String threads(String concurrency) {
    try {
      return Integer.toString(Math.min(MOST_THREADS, Integer.parseInt(concurrency)));
    } catch (NumberFormatException faulty) {
      return "1";
    }
  }

  private static String text(Settings settings, String key) {
    return Objects.requireNonNullElse(settings.get(key), "");
  }
}
