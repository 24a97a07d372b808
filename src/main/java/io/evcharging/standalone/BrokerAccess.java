package io.evcharging.standalone;

import io.evcharging.config.ChannelsConfig;
import io.evcharging.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * The broker that has the observations: one elsewhere, the one inside the program that runs, or,
 * when none runs, its journal, opened here. Nothing else of the configuration is read.
 */
final class BrokerAccess implements AutoCloseable {

  private static final String URL_FILE = "url";

  private final ActiveMQConnectionFactory factory;
  private final String topic;
  private final List<String> sinks;
  private final Deque<AutoCloseable> opened;

  private BrokerAccess(
      ActiveMQConnectionFactory factory,
      String topic,
      List<String> sinks,
      Deque<AutoCloseable> opened) {
    this.factory = factory;
    this.topic = topic;
    this.sinks = sinks;
    this.opened = opened;
  }

  /**
   * Opens what the configuration names.
   *
   * @throws StartException when the channel is memory, or the broker cannot be had
   */
  static BrokerAccess open() throws IOException {
    try (RunnerSettings settings = RunnerSettings.of(Runner.FILES, Map.of())) {
      return open(settings);
    }
  }

  private static BrokerAccess open(Settings settings) throws IOException {
    ChannelsConfig channels = new ChannelsConfig("", text(settings, "evcharging.observations"));
    Path data = Path.of(text(settings, "evcharging.data-directory")).toAbsolutePath();
    if (!channels.durable()) {
      throw new StartException(
          "evcharging.observations is no JMS topic: there what could not be delivered is kept in "
              + data.resolve("undelivered"),
          null);
    }
    Deque<AutoCloseable> opened = new ArrayDeque<>();
    String url = text(settings, "evcharging.jms.broker-url");
    ActiveMQConnectionFactory factory =
        new ActiveMQConnectionFactory(
            url.equals("embedded") ? embedded(data, opened) : url,
            settings.get("evcharging.jms.user"),
            settings.get("evcharging.jms.password"));
    opened.push(factory);
    List<String> sinks =
        Arrays.stream(text(settings, "evcharging.deliver.sinks").split(",", -1))
            .map(String::strip)
            .filter(sink -> !sink.isEmpty())
            .toList();
    return new BrokerAccess(factory, channels.observationsTopic(), sinks, opened);
  }

  private static String embedded(Path data, Deque<AutoCloseable> opened) throws IOException {
    Path broker = data.resolve("broker");
    if (Files.isDirectory(data) && DataDirectory.isLocked(data)) {
      return announced(data)
          .orElseThrow(
              () ->
                  new StartException(
                      "the running program has not said yet where its broker listens", null));
    }
    opened.push(DataDirectory.lock(data));
    EmbeddedBroker journal = EmbeddedBroker.start(broker, 0);
    opened.push(journal);
    return journal.url();
  }

  /** Leaves word where the broker inside listens: its port may be any. */
  static void announce(Path data, String url) throws IOException {
    Files.writeString(data.resolve("broker").resolve(URL_FILE), url);
  }

  /**
   * Where the broker inside the program listens that runs.
   *
   * @param data in use
   * @return empty while it has not said so
   */
  static Optional<String> announced(Path data) throws IOException {
    try {
      return Optional.of(Files.readString(data.resolve("broker").resolve(URL_FILE)).strip())
          .filter(url -> !url.isEmpty());
    } catch (NoSuchFileException notYet) {
      return Optional.empty();
    }
  }

  private static String text(Settings settings, String key) {
    return Objects.requireNonNullElse(settings.get(key), "");
  }

  ActiveMQConnectionFactory factory() {
    return factory;
  }

  /** The channel's. */
  String topic() {
    return topic;
  }

  /** Those that are configured. */
  List<String> sinks() {
    return sinks;
  }

  @Override
  public void close() throws Exception {
    for (@Nullable AutoCloseable part = opened.poll(); part != null; part = opened.poll()) {
      part.close();
    }
  }
}
