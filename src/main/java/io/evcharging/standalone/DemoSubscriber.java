package io.evcharging.standalone;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * A plain Jakarta Messaging client at the end of the sink {@code jms}, as any other program could
 * be.
 */
final class DemoSubscriber implements AutoCloseable {

  private final ActiveMQConnectionFactory factory;
  private final JMSContext context;

  private DemoSubscriber(ActiveMQConnectionFactory factory) {
    this.factory = factory;
    this.context = factory.createContext();
  }

  /**
   * Subscribes from now on.
   *
   * @param url the broker
   * @param topic its name
   * @param receiver gets the text of each message
   */
  static DemoSubscriber start(String url, String topic, Consumer<byte[]> receiver) {
    DemoSubscriber subscriber = new DemoSubscriber(new ActiveMQConnectionFactory(url));
    JMSContext context = subscriber.context;
    context
        .createConsumer(context.createTopic(topic))
        .setMessageListener(message -> receiver.accept(text(message)));
    return subscriber;
  }

  private static byte[] text(Message message) {
    try {
      return message.getBody(String.class).getBytes(StandardCharsets.UTF_8);
    } catch (JMSException e) {
      throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
    }
  }

  @Override
  public void close() {
    context.close();
    factory.close();
  }
}
