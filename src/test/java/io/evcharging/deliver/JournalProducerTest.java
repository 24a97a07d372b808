package io.evcharging.deliver;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.evcharging.testing.TestBroker;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is accepted at the same time shares one wait for the broker's disk. */
class JournalProducerTest {

  private static final String TOPIC = "evcharging-jms:topic:test.journal";

  /** Runs where a transaction is about to be committed. */
  private interface BeforeCommit {
    void run() throws Exception;
  }

  private final AtomicInteger commits = new AtomicInteger();
  private final CountDownLatch go = new CountDownLatch(1);
  private volatile BeforeCommit beforeCommit = go::await;
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final List<String> qualities = new CopyOnWriteArrayList<>();
  private final DefaultCamelContext context = new DefaultCamelContext();
  private EmbeddedActiveMQ broker;
  private ActiveMQConnectionFactory connections;
  private AsyncProducer producer;

  @BeforeEach
  void start() throws Exception {
    String url = TestBroker.freeUrl();
    broker = TestBroker.start(url);
    connections = new ActiveMQConnectionFactory(url);
    JournalComponent journal = new JournalComponent("test.journal");
    journal.setConnectionFactory((ConnectionFactory) counted(connections, ConnectionFactory.class));
    context.addComponent("evcharging-jms", journal);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(TOPIC + "?subscriptionName=s&subscriptionDurable=true&subscriptionShared=true")
                .process(
                    exchange -> {
                      qualities.add(quality(exchange));
                      taken.add(exchange.getMessage().getBody(String.class));
                    });
            from("direct:twice").to(TOPIC).to(TOPIC);
          }
        });
    context.start();
    producer = context.getEndpoint(TOPIC).createAsyncProducer();
    producer.start();
    await().until(() -> broker.getActiveMQServer().locateQueue("s") != null);
  }

  @AfterEach
  void stop() throws Exception {
    go.countDown();
    producer.stop();
    context.close();
    connections.close();
    broker.stop();
  }

  @Test
  void shouldCommitTogetherAndInOrderWhatHasComeMeanwhile() throws Exception {
    CompletableFuture<Exchange> first = send("0");
    await().until(() -> commits.get() == 1);
    List<CompletableFuture<Exchange>> others =
        IntStream.rangeClosed(1, 50).mapToObj(number -> send(String.valueOf(number))).toList();
    go.countDown();
    assertEquals(null, first.get().getException());
    for (CompletableFuture<Exchange> other : others) {
      assertEquals(null, other.get().getException());
    }
    assertEquals(2, commits.get());
    await().until(() -> taken.size() == 51);
    assertEquals(IntStream.range(0, 51).mapToObj(String::valueOf).toList(), taken);
  }

  @Test
  void shouldFailWhateverIsNotCommitted() throws Exception {
    beforeCommit =
        () -> {
          throw new JMSException("no disk");
        };
    assertInstanceOf(JMSException.class, send("lost").get().getException());
    beforeCommit = () -> {};
    assertEquals(null, send("kept").get().getException());
    await().until(() -> taken.size() == 1);
    assertEquals(List.of("kept"), taken);
  }

  @Test
  void shouldFailAloneWhatCannotBeSent() throws Exception {
    CompletableFuture<Exchange> first = send("first");
    await().until(() -> commits.get() == 1);
    InputStream closed = InputStream.nullInputStream();
    closed.close();
    CompletableFuture<Exchange> bad = send(closed);
    CompletableFuture<Exchange> good = send("good");
    go.countDown();
    assertEquals(null, first.get().getException());
    assertEquals(null, good.get().getException());
    assertNotNull(bad.get().getException());
    await().until(() -> taken.equals(List.of("first", "good")));
  }

  @Test
  void shouldKeepToTheQualityOfServiceOfItsOptions() throws Exception {
    beforeCommit = () -> {};
    producer.stop();
    String options =
        "?explicitQosEnabled=true&priority=7&timeToLive=60000&deliveryPersistent=false";
    producer = context.getEndpoint(TOPIC + options).createAsyncProducer();
    producer.start();
    assertEquals(null, send("fast").get().getException());
    await().until(() -> taken.size() == 1);
    assertEquals(List.of("7 NON_PERSISTENT, expires"), qualities);
  }

  @Test
  void shouldLetAnExchangeThatGoesOnSendOnceMore() throws Exception {
    beforeCommit = () -> {};
    try (ProducerTemplate template = context.createProducerTemplate()) {
      template.sendBody("direct:twice", "again");
    }
    await().until(() -> taken.size() == 2);
  }

  private static String quality(Exchange exchange) {
    Message message = exchange.getMessage();
    boolean expires = message.getHeader("JMSExpiration", Long.class) > 0;
    boolean kept = message.getHeader("JMSDeliveryMode", Integer.class) == DeliveryMode.PERSISTENT;
    return message.getHeader("JMSPriority")
        + (kept ? " PERSISTENT" : " NON_PERSISTENT")
        + (expires ? ", expires" : "");
  }

  private CompletableFuture<Exchange> send(Object body) {
    Exchange exchange = new DefaultExchange(context);
    exchange.getMessage().setBody(body);
    return producer.processAsync(exchange);
  }

  /** The same, with its commits counted. */
  private Object counted(Object wrapped, Class<?> type) {
    return Proxy.newProxyInstance(
        JournalProducerTest.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          if (method.getName().equals("commit")) {
            commits.incrementAndGet();
            beforeCommit.run();
          }
          try {
            Object result = method.invoke(wrapped, arguments);
            Class<?> made = method.getReturnType();
            return made == Connection.class || made == Session.class
                ? counted(result, made)
                : result;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
