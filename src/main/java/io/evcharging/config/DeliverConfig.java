package io.evcharging.config;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where observations go.
 *
 * @param sinks in the order of the list, maybe none
 * @param queueSize how many observations may wait for one sink
 * @param consumers how many observations are delivered to each sink side by side
 * @param repeatUnchanged whether a sink gets an observation again that it has had
 * @param repeatMemory how many delivered ids are remembered for each sink
 * @param retryDelay before the first retry; doubles each time
 * @param retryDelayMax the longest wait between two retries
 * @param retryDelayRefused the wait while a sink refuses whatever it is sent
 * @param file the sink {@code file}
 * @param jms the sink {@code jms}
 * @param rest the sink {@code rest}
 */
public record DeliverConfig(
    List<SinkConfig> sinks,
    int queueSize,
    int consumers,
    boolean repeatUnchanged,
    int repeatMemory,
    Duration retryDelay,
    Duration retryDelayMax,
    Duration retryDelayRefused,
    FileSinkConfig file,
    JmsSinkConfig jms,
    RestSinkConfig rest) {

  private static final String PREFIX = "evcharging.deliver.";
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");

  /** Keeps a copy of the sinks. */
  public DeliverConfig {
    sinks = List.copyOf(sinks);
  }

  static DeliverConfig read(Values values) {
    List<String> names = names(values);
    Duration retryDelay =
        values.duration(PREFIX + "retry-delay", Duration.ofMillis(1), Duration.ofHours(1));
    return new DeliverConfig(
        names.stream().map(name -> SinkConfig.read(values, name)).toList(),
        values.count(PREFIX + "queue-size", 1, 1_000_000),
        values.count(PREFIX + "consumers", 1, 100),
        values.flag(PREFIX + "repeat-unchanged"),
        values.count(PREFIX + "repeat-memory", 1, 10_000_000),
        retryDelay,
        values.duration(PREFIX + "retry-delay-max", retryDelay, Duration.ofHours(24)),
        values.duration(PREFIX + "retry-delay-refused", retryDelay, Duration.ofHours(24)),
        FileSinkConfig.read(values, names.contains("file")),
        JmsSinkConfig.read(values),
        RestSinkConfig.read(values, names.contains("rest")));
  }

  private static List<String> names(Values values) {
    String key = PREFIX + "sinks";
    if (values.optional(key) == null) {
      return List.of();
    }
    String allowed = "names of a-z, 0-9 and -, each once, separated by commas";
    return values.read(
        key, List.of(), allowed, text -> valid(Parse.names(text)) ? Parse.names(text) : null);
  }

  private static boolean valid(List<String> names) {
    return names.stream().allMatch(name -> NAME.matcher(name).matches())
        && new HashSet<>(names).size() == names.size();
  }

  /**
   * Whether a sink is listed.
   *
   * @param name e.g. {@code jms}
   * @return true if observations go there
   */
  public boolean hasSink(String name) {
    return sinks.stream().anyMatch(sink -> sink.name().equals(name));
  }
}
