package io.evcharging.deliver;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsConfiguration;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.support.DefaultAsyncProducer;
import org.jspecify.annotations.Nullable;

/**
 * Sends what has come since the last time in one transaction, so that many observations share one
 * wait for the broker's disk, and no thread waits for each. An exchange goes on when its message is
 * committed, or fails with all of its transaction; one that cannot be made into a message fails
 * alone. In the order in which they have come.
 */
final class JournalProducer extends DefaultAsyncProducer {

  private static final String NAME = "evcharging-journal";
  private static final int MOST = 100;

  /** Beyond all polls that can be under way: only a host that sends by itself comes so far. */
  private static final int MOST_WAITING = 10_000;

  private final JmsEndpoint endpoint;
  private final BlockingQueue<Sending> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private @Nullable ExecutorService thread;
  private volatile @Nullable Thread own;

  /** One that waits for its commit. */
  private record Sending(Exchange exchange, AsyncCallback callback) {

    void end(@Nullable Exception failure) {
      if (failure != null) {
        exchange.setException(failure);
      }
      callback.done(false);
    }
  }

  JournalProducer(JmsEndpoint endpoint) {
    super(endpoint);
    this.endpoint = endpoint;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    Sending sending = new Sending(exchange, callback);
    if (Thread.currentThread() == own) { // an exchange that goes on sends another one
      sendTogether(List.of(sending));
      return false;
    }
    if (!waiting.offer(sending)) {
      sending.end(new RejectedExecutionException(MOST_WAITING + " wait for the broker already"));
      return false;
    }
    try {
      Objects.requireNonNull(thread, "not started").execute(this::sendWaiting);
    } catch (RejectedExecutionException stopped) {
      if (waiting.remove(sending)) {
        sending.end(stopped);
      }
    }
    return false;
  }

  /** On the one thread. */
  private void sendWaiting() {
    own = Thread.currentThread();
    List<Sending> together = new ArrayList<>();
    waiting.drainTo(together, MOST);
    if (!together.isEmpty()) {
      sendTogether(together);
    }
  }

  private void sendTogether(List<Sending> together) {
    IdentityHashMap<Sending, Exception> unspeakable = new IdentityHashMap<>();
    Exception failure = null;
    try {
      send(together, unspeakable);
    } catch (JMSException | RuntimeException e) {
      failure = e;
    }
    for (Sending sending : together) {
      sending.end(unspeakable.getOrDefault(sending, failure));
    }
  }

  /** What is closed before it is committed is not sent. */
  private void send(List<Sending> together, IdentityHashMap<Sending, Exception> unspeakable)
      throws JMSException {
    ConnectionFactory broker = endpoint.getConfiguration().getOrCreateTemplateConnectionFactory();
    try (Connection connection = broker.createConnection();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        MessageProducer producer =
            session.createProducer(session.createTopic(endpoint.getDestinationName()))) {
      keepQuality(producer);
      for (Sending sending : together) {
        Message message;
        try {
          message = endpoint.getBinding().makeJmsMessage(sending.exchange, session);
        } catch (JMSException | RuntimeException e) {
          unspeakable.put(sending, e);
          continue;
        }
        message.setJMSReplyTo(null);
        producer.send(message);
      }
      session.commit();
    }
  }

  /** What {@code explicitQosEnabled} and its options say, as Camel's own producer keeps to it. */
  private void keepQuality(MessageProducer producer) throws JMSException {
    JmsConfiguration options = endpoint.getConfiguration();
    if (options.isExplicitQosEnabled()) {
      producer.setPriority(options.getPriority());
      producer.setTimeToLive(Math.max(options.getTimeToLive(), 0));
      producer.setDeliveryMode(
          options.isDeliveryPersistent() ? DeliveryMode.PERSISTENT : DeliveryMode.NON_PERSISTENT);
    }
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    thread =
        endpoint.getCamelContext().getExecutorServiceManager().newSingleThreadExecutor(this, NAME);
  }

  @Override
  protected void doStop() throws Exception {
    endpoint.getCamelContext().getExecutorServiceManager().shutdownGraceful(thread);
    super.doStop();
  }
}
