package io.evcharging.standalone;

import io.evcharging.config.ChannelsConfig;
import io.evcharging.config.ClusterConfig;
import io.evcharging.config.Settings;
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
   * What follows from the switch.
   *
   * @return key to value, for {@link RunnerSettings#settle}
   */
  static Map<String, String> of(Settings settings) {
    if (!text(settings, ClusterConfig.ENABLED).equals("true")
        || !text(settings, ChannelsConfig.POLLS).startsWith(OWN_QUEUE)) {
      return Map.of();
    }
    String concurrency = threads(text(settings, CONCURRENCY));
    return Map.of(
        ChannelsConfig.POLLS, ClusterConfig.POLLS.replace("{{" + CONCURRENCY + "}}", concurrency));
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
