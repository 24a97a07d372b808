package io.evcharging.operate;

import io.evcharging.deliver.SinkQueues;
import io.evcharging.deliver.SinkStates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToLongFunction;

/**
 * What waits for each sink, and what each would not take. The broker is asked at most every few
 * seconds, however often somebody looks.
 */
public final class Backlogs {

  private static final Duration FRESH = Duration.ofSeconds(5);

  /** A broker that is cut off answers nobody: whoever looks wants to hear that, and soon. */
  private static final long PATIENCE_MILLIS = 500;

  private final Map<String, Count> waiting = new ConcurrentHashMap<>();
  private final Map<String, Count> undelivered = new ConcurrentHashMap<>();
  private final SinkQueues queues;
  private final Clock clock;
  private final Executor asking;

  private record Count(CompletableFuture<Long> count, Instant at) {}

  /**
   * Of these queues.
   *
   * @param queues asked now and then
   * @param clock says when
   * @param asking runs the questions, in other threads
   */
  public Backlogs(SinkQueues queues, Clock clock, Executor asking) {
    this.queues = queues;
    this.clock = clock;
    this.asking = asking;
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
                before != null && (!before.count.isDone() || before.at.plus(FRESH).isAfter(now))
                    ? before
                    : new Count(
                        CompletableFuture.supplyAsync(() -> ask.applyAsLong(name), asking), now));
    return known.at.equals(now) ? answer(known.count) : known.count.getNow(SinkStates.UNKNOWN);
  }

  private static long answer(CompletableFuture<Long> count) {
    try {
      return count.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return SinkStates.UNKNOWN;
    } catch (ExecutionException | TimeoutException e) {
      return SinkStates.UNKNOWN;
    }
  }
}
