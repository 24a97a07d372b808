package io.evcharging.benchmark;

import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Through the journal of an embedded broker, by JMS alone: what has come since the last commit is
 * sent in one transaction by one thread; another one takes from a durable subscription what is
 * there, writes it and commits. The least that the durable channel costs.
 */
final class JournalKeeper implements Keeper {

  private static final int MOST = 100;
  private static final String TOPIC = "observations";

  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final ConnectionFactory broker;
  private final CountDownLatch subscribed = new CountDownLatch(1);
  private volatile @Nullable LineFile file;
  private volatile @Nullable Runnable delivered;

  private static final class Waiting {

    private final byte[] json;
    private final Runnable accepted;

    Waiting(byte[] json, Runnable accepted) {
      this.json = json;
      this.accepted = accepted;
    }
  }

  JournalKeeper(String brokerUrl) throws InterruptedException {
    broker = new ActiveMQConnectionFactory(brokerUrl);
    start(this::send);
    start(this::receive);
    subscribed.await();
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (InterruptedException | IOException | JMSException e) {
                throw new IllegalStateException(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private interface Work {
    void run() throws InterruptedException, IOException, JMSException;
  }

  private void send() throws InterruptedException, JMSException {
    try (JMSContext jms = broker.createContext(JMSContext.SESSION_TRANSACTED)) {
      JMSProducer producer = jms.createProducer();
      Topic topic = jms.createTopic(TOPIC);
      List<Waiting> together = new ArrayList<>();
      while (true) {
        together.add(queue.take());
        queue.drainTo(together, MOST - 1);
        for (Waiting one : together) {
          BytesMessage message = jms.createBytesMessage();
          message.writeBytes(one.json);
          producer.send(topic, message);
        }
        jms.commit();
        together.forEach(one -> one.accepted.run());
        together.clear();
      }
    }
  }

  private void receive() throws IOException, JMSException {
    try (JMSContext jms = broker.createContext(JMSContext.SESSION_TRANSACTED);
        JMSConsumer consumer = jms.createSharedDurableConsumer(jms.createTopic(TOPIC), "file")) {
      subscribed.countDown();
      while (true) {
        int taken = 0;
        for (Message message = consumer.receive();
            message != null;
            message = ++taken < MOST ? consumer.receiveNoWait() : null) {
          Objects.requireNonNull(file).append(message.getBody(byte[].class));
        }
        jms.commit();
        IntStream.range(0, taken).forEach(one -> Objects.requireNonNull(delivered).run());
      }
    }
  }

  @Override
  public void open(Path folder, Runnable eachDelivered) throws IOException {
    file = new LineFile(folder);
    delivered = eachDelivered;
  }

  @Override
  public void keep(byte[] json, Runnable accepted) {
    queue.add(new Waiting(json, accepted));
  }

  @Override
  public void close() throws IOException {
    Objects.requireNonNull(file).close();
  }
}
