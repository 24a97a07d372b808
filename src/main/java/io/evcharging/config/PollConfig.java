package io.evcharging.config;

import io.evcharging.source.ChargeSource;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is polled, and when.
 *
 * @param concurrency how many polls run at the same time
 * @param threads that start them, and as many that go on with their answers
 * @param client what they are made with
 * @param timeZone of all schedules
 * @param maxPages how many pages of one list are read
 * @param retries how often a call that may succeed in a moment is made again within a poll
 * @param retryDelay before the first of them; it doubles
 * @param deadline of a poll, from its start to its end
 * @param adaptive how often each vehicle is polled
 * @param sources every source, in the order of the enum, unmodifiable
 */
public record PollConfig(
    int concurrency,
    int threads,
    PollClient client,
    ZoneId timeZone,
    int maxPages,
    int retries,
    Duration retryDelay,
    Duration deadline,
    AdaptiveConfig adaptive,
    Map<ChargeSource, SourceConfig> sources) {

  /** Keeps a copy of the sources. */
  public PollConfig {
    sources = Collections.unmodifiableMap(new EnumMap<>(sources));
  }

  static PollConfig read(Values values) {
    Map<ChargeSource, SourceConfig> sources = new EnumMap<>(ChargeSource.class);
    int concurrency = values.count("evcharging.poll.concurrency", 1, 5000);
    int threads = values.count("evcharging.poll.threads", 1, 1000);
    PollClient client =
        values.read(
            "evcharging.poll.client",
            PollClient.ASYNC,
            "async or camel-http",
            text -> PollClient.of(text).orElse(null));
    ZoneId timeZone = values.zone("evcharging.poll.time-zone");
    int maxPages = values.count("evcharging.poll.max-pages", 1, 1000);
    int retries = values.count("evcharging.poll.retries", 0, 2);
    Duration retryDelay =
        values.duration(
            "evcharging.poll.retry-delay", Duration.ofMillis(1), Duration.ofMinutes(10));
    Duration deadline =
        values.duration("evcharging.poll.deadline", Duration.ofMillis(1), Duration.ofHours(24));
    AdaptiveConfig adaptive = AdaptiveConfig.read(values);
    for (ChargeSource source : ChargeSource.values()) {
      sources.put(source, SourceConfig.read(values, source.id()));
    }
    return new PollConfig(
        concurrency,
        threads,
        client,
        timeZone,
        maxPages,
        retries,
        retryDelay,
        deadline,
        adaptive,
        sources);
  }

  /**
   * Whether a source is polled.
   *
   * @param source any
   * @return its switch
   */
  public boolean enabled(ChargeSource source) {
    SourceConfig config = sources.get(source);
    return config != null && config.enabled();
  }
}
