package io.evcharging.deliver;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import org.apache.camel.component.jms.DefaultJmsMessageListenerContainer;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.component.jms.MessageListenerContainerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.jms.listener.AbstractMessageListenerContainer;
import org.springframework.jms.listener.SessionAwareMessageListener;

/**
 * Makes consumers that take what waits in their queue one after the other, as usual, and tell the
 * queue of many at once. Each transaction is a wait for the broker's disk: one for each observation
 * is most of what a channel costs.
 */
public final class BatchConsumers implements MessageListenerContainerFactory {

  /** What a crash may repeat, where its sink has had it and not been asked whether it had. */
  private static final int MOST = 100;

  /** A slow sink needs no batches. */
  private static final long LONGEST_NANOS = 500_000_000;

  @Override
  public AbstractMessageListenerContainer createMessageListenerContainer(JmsEndpoint endpoint) {
    return new Container(endpoint);
  }

  private static final class Container extends DefaultJmsMessageListenerContainer {

    /** What this thread has just received from. */
    private static final ThreadLocal<MessageConsumer> CONSUMER = new ThreadLocal<>();

    Container(JmsEndpoint endpoint) {
      super(endpoint);
    }

    @Override
    protected @Nullable Message receiveMessage(MessageConsumer from) throws JMSException {
      CONSUMER.set(from);
      return super.receiveMessage(from);
    }

    @Override
    protected void invokeListener(Session session, Message first) throws JMSException {
      Batch batch = Batch.begin();
      try {
        deliver(session, first);
      } catch (JMSException | RuntimeException failure) {
        end(batch); // What was delivered before it comes again, and is known.
        throw failure;
      }
      end(batch);
    }

    /**
     * Hands over the session that the message came by. Camel only keeps it in its message, and with
     * exposeListenerSession=false no JmsTemplate finds it, so that a sink's sends stay out of its
     * transaction. For that end Spring would make one more session for each message, commit it with
     * nothing in it, and take it back: two or three calls to the broker.
     */
    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    protected void doInvokeListener(
        SessionAwareMessageListener listener, Session session, Message message)
        throws JMSException {
      listener.onMessage(message, session);
    }

    private static void end(Batch batch) throws JMSException {
      try {
        batch.end();
      } catch (IOException | RuntimeException notOnTheDisk) {
        batch.fail();
        JMSException failure = new JMSException(notOnTheDisk.toString());
        failure.setLinkedException(notOnTheDisk);
        throw failure;
      }
    }

    private void deliver(Session session, Message first) throws JMSException {
      long end = System.nanoTime() + LONGEST_NANOS;
      Message next = first;
      for (int taken = 1; next != null; taken++) {
        super.invokeListener(session, next);
        boolean more = taken < MOST && System.nanoTime() - end < 0 && isRunning();
        next = more ? CONSUMER.get().receiveNoWait() : null;
      }
    }
  }
}
