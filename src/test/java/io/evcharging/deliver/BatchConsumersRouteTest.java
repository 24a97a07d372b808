package io.evcharging.deliver;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.testing.TestBroker;
import io.evcharging.testing.TestContext;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sink's consumer asks of the broker. */
class BatchConsumersRouteTest {

  @TempDir Path directory;
  private final CountDownLatch sent = new CountDownLatch(1);
  private final List<Long> waiting = new CopyOnWriteArrayList<>();
  private EmbeddedActiveMQ broker;
  private TestContext context;

  @BeforeEach
  void start() throws Exception {
    String url = TestBroker.freeUrl();
    broker = TestBroker.start(url);
    context =
        TestContext.in(directory)
            .with("evcharging.jms.broker-url", url)
            .with("evcharging.observations", "evcharging-jms:topic:test.observations")
            .withSink("one", "direct:host-one")
            .withRoute(
                new RouteBuilder() {
                  @Override
                  public void configure() {
                    from("direct:host-one").process(exchange -> take());
                  }
                });
    context.start();
  }

  @AfterEach
  void stop() throws Exception {
    context.close();
    broker.stop();
  }

  private void take() throws InterruptedException {
    sent.await();
    waiting.add(waiting());
  }

  private long waiting() {
    return broker.getActiveMQServer().locateQueue("evcharging-sink-one").getMessageCount();
  }

  @Test
  void shouldTellTheQueueOfManyAtOnce() throws Exception {
    Observations.send(context.camel(), 1, 2, 3, 4, 5);
    sent.countDown();
    await().until(() -> waiting() == 0);
    assertTrue(waiting.get(4) > 1, () -> "told one after the other: " + waiting);
  }

  @Test
  void shouldBeginNoTransactionForEachObservation() throws Exception {
    Observations.send(context.camel(), 1, 2, 3, 4, 5);
    AtomicInteger rollbacks = new AtomicInteger();
    broker.getActiveMQServer().getRemotingService().addIncomingInterceptor(counts(rollbacks));
    sent.countDown();
    await().until(() -> waiting() == 0);
    assertEquals(0, rollbacks.get());
  }

  private static Interceptor counts(AtomicInteger rollbacks) {
    return (packet, connection) -> {
      if (packet.getType() == PacketImpl.SESS_ROLLBACK) {
        rollbacks.incrementAndGet();
      }
      return true;
    };
  }
}
