package io.evcharging.operate;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Whether the JMS broker can be talked to. One question is under way at a time, and nobody waits
 * long for its answer: a broker that is cut off without a word takes many seconds to give up.
 */
public final class BrokerCondition implements Condition {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final ConnectionFactory broker;
  private final Executor asking;
  private @Nullable CompletableFuture<Reading> question;

  /**
   * Watches a broker.
   *
   * @param broker makes connections
   * @param asking runs the question, in another thread
   */
  public BrokerCondition(ConnectionFactory broker, Executor asking) {
    this.broker = broker;
    this.asking = asking;
  }

  @Override
  public String name() {
    return "broker";
  }

  @Override
  public Reading read() {
    try {
      return question().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return Reading.ill("no answer within " + PATIENCE.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reading.ill("not asked: interrupted");
    } catch (ExecutionException | RejectedExecutionException e) {
      return Reading.ill("not asked: " + e.getClass().getSimpleName());
    }
  }

  private synchronized CompletableFuture<Reading> question() {
    if (question == null || question.isDone()) {
      question = CompletableFuture.supplyAsync(this::ask, asking);
    }
    return question;
  }

  /** The kind of the failure only: its message may hold the broker's address with a password. */
  private Reading ask() {
    try (Connection connection = broker.createConnection();
        Session session = connection.createSession()) {
      session.createTextMessage();
      return Reading.well("answers");
    } catch (JMSException | RuntimeException e) {
      return Reading.ill("no connection: " + e.getClass().getSimpleName());
    }
  }
}
