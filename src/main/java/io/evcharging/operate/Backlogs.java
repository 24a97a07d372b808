package io.evcharging.operate;

import io.evcharging.deliver.SinkQueues;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/**
 * What waits for each sink, and what each would not take. The broker is asked at most every few
 * seconds, however often somebody looks.
 */
public final class Backlogs {

  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Map<String, Count> waiting = new ConcurrentHashMap<>();
  private final Map<String, Count> undelivered = new ConcurrentHashMap<>();
  private final SinkQueues queues;
  private final Clock clock;

  private record Count(long count, Instant at) {}

  /**
   * Of these queues.
   *
   * @param queues asked now and then
   * @param clock says when
   */
  public Backlogs(SinkQueues queues, Clock clock) {
    this.queues = queues;
    this.clock = clock;
  }

  /**
   * How many observations wait for a sink.
   *
   * @param sink its name
   * @return negative where nobody knows
   */
  public long waiting(String sink) {
    return count(waiting, sink, queues::waiting);
  }

  /**
   * How many observations are kept that a sink would not take.
   *
   * @param sink its name
   * @return negative where nobody knows
   */
  public long undelivered(String sink) {
    return count(undelivered, sink, queues::undelivered);
  }

  private long count(Map<String, Count> counts, String sink, ToLongFunction<String> ask) {
    Instant now = clock.instant();
    Count known =
        counts.compute(
            sink,
            (name, before) ->
                before != null && before.at.plus(FRESH).isAfter(now)
                    ? before
                    : new Count(ask.applyAsLong(name), now));
    return known.count;
  }
}
