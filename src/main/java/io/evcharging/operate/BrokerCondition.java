package io.evcharging.operate;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;

/** Whether the JMS broker can be talked to. */
public final class BrokerCondition implements Condition {

  private final ConnectionFactory broker;

  /**
   * Watches a broker.
   *
   * @param broker makes connections
   */
  public BrokerCondition(ConnectionFactory broker) {
    this.broker = broker;
  }

  @Override
  public String name() {
    return "broker";
  }

  /** The kind of the failure only: its message may hold the broker's address with a password. */
  @Override
  public Reading read() {
    try (Connection connection = broker.createConnection();
        Session session = connection.createSession()) {
      session.createTextMessage();
      return Reading.well("answers");
    } catch (JMSException | RuntimeException e) {
      return Reading.ill("no connection: " + e.getClass().getSimpleName());
    }
  }
}
