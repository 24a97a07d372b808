package io.evcharging.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.testing.TestBroker;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrokerConditionTest {

  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  @AfterEach
  void end() {
    thread.shutdownNow();
  }

  @Test
  void shouldBeWellAsLongAsTheBrokerAnswersAndAgainWhenItIsBack() throws Exception {
    String url = TestBroker.freeUrl();
    EmbeddedActiveMQ broker = TestBroker.start(url);
    try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url)) {
      BrokerCondition condition = new BrokerCondition(factory, thread);
      Awaitility.await().until(() -> condition.read().well());
      broker.stop();
      Awaitility.await().until(() -> !condition.read().well());
      assertTrue(condition.read().reason().startsWith("no "), condition.read()::toString);
      broker = TestBroker.start(url);
      Awaitility.await().until(() -> condition.read().well());
    } finally {
      broker.stop();
    }
  }

  @Test
  void shouldNotWaitForOneThatTakesTheConnectionAndSaysNothing() throws Exception {
    try (ServerSocket silent = new ServerSocket(0);
        ActiveMQConnectionFactory factory =
            new ActiveMQConnectionFactory("tcp://127.0.0.1:" + silent.getLocalPort())) {
      BrokerCondition condition = new BrokerCondition(factory, thread);
      Instant asked = Instant.now();
      assertEquals("no answer within 1 s", condition.read().reason());
      assertFalse(condition.read().well(), "the same question is still under way");
      assertTrue(Duration.between(asked, Instant.now()).toSeconds() < 10);
    }
  }

  @Test
  void shouldTellNoAddress() {
    try (ActiveMQConnectionFactory factory =
        new ActiveMQConnectionFactory("tcp://127.0.0.1:1?user=me&password=the-secret")) {
      BrokerCondition condition = new BrokerCondition(factory, thread);
      Awaitility.await().until(() -> condition.read().reason().startsWith("no connection"));
      assertFalse(condition.read().toString().contains("the-secret"));
    }
  }
}
