package io.evcharging.operate;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/** Whether the JMS broker can be talked to. */
public final class BrokerCondition implements Condition {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final ConnectionFactory broker;
  private final Question<Reading> question;

  /**
   * Watches a broker.
   *
   * @param broker makes connections
   * @param asking runs the question, in another thread
   */
  public BrokerCondition(ConnectionFactory broker, Executor asking) {
    this.broker = broker;
    this.question = new Question<>(this::ask, PATIENCE, asking);
  }

  @Override
  public String name() {
    return "broker";
  }

  @Override
  public Reading read() {
    try {
      return question.answer();
    } catch (TimeoutException e) {
      return Reading.ill(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reading.ill("not asked: interrupted");
    } catch (ExecutionException | RejectedExecutionException e) {
      return Reading.ill("not asked: " + e.getClass().getSimpleName());
    }
  }

  /**
   * To commit nothing is a question that the broker itself answers: a session may come out of a
   * pool. Of a failure the kind alone: its message may hold the broker's address with a password.
   */
  private Reading ask() {
    try (Connection connection = broker.createConnection();
        Session session = connection.createSession(Session.SESSION_TRANSACTED)) {
      session.commit();
      return Reading.well("answers");
    } catch (JMSException | RuntimeException e) {
      return Reading.ill("no connection: " + e.getClass().getSimpleName());
    }
  }
}
