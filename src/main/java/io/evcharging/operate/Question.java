package io.evcharging.operate;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks something far away that may fall silent. One question is under way at a time, and nobody
 * waits long for its answer: a connection that is cut without a word takes many seconds to give up.
 *
 * @param <T> the answer
 */
public final class Question<T> {

  private final Supplier<T> asking;
  private final Duration patience;
  private final Executor executor;
  private @Nullable CompletableFuture<T> underWay;

  /**
   * Not asked yet.
   *
   * @param asking may take any time
   * @param patience how long whoever asks waits
   * @param executor runs it in another thread
   */
  public Question(Supplier<T> asking, Duration patience, Executor executor) {
    this.asking = asking;
    this.patience = patience;
    this.executor = executor;
  }

  /**
   * Asks, or waits for the answer to what was asked before.
   *
   * @throws TimeoutException when it takes longer; its message says how long was waited
   * @throws ExecutionException when it has failed
   * @throws InterruptedException when nobody wants to know any more
   */
  public T answer() throws TimeoutException, ExecutionException, InterruptedException {
    try {
      return ask().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new TimeoutException("no answer within " + patience.toSeconds() + " s");
    }
  }

  private synchronized CompletableFuture<T> ask() {
    CompletableFuture<T> asked = underWay;
    if (asked == null || asked.isDone()) {
      asked = CompletableFuture.supplyAsync(asking, executor);
      underWay = asked;
    }
    return asked;
  }
}
