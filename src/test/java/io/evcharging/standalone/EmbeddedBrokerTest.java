package io.evcharging.standalone;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.activemq.artemis.api.jms.management.JMSManagementHelper;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

  private static final int SOON_MILLIS = 5000;

  private final Path directory;

  EmbeddedBrokerTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void shouldKeepAQueuesMessageOverARestart() {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker.url());
        JMSContext client = factory.createContext()) {
      client.createProducer().send(client.createQueue("some.queue"), "kept");
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker.url());
        JMSContext client = factory.createContext()) {
      String text =
          client
              .createConsumer(client.createQueue("some.queue"))
              .receiveBody(String.class, SOON_MILLIS);
      assertEquals("kept", text);
    }
  }

  /** As after a fault of its disk: the process goes on without it. */
  @Test
  void shouldStartAgainWhenItHasStoppedByItself() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker.url())) {
      try (JMSContext client = factory.createContext()) {
        client.createProducer().send(client.createQueue("some.queue"), "kept");
        Message stop = client.createMessage();
        JMSManagementHelper.putOperationInvocation(stop, "broker", "forceFailover");
        client.createProducer().send(client.createQueue("activemq.management"), stop);
        await().until(() -> !broker.isActive());
      }
      await().atMost(Duration.ofSeconds(30)).until(broker::isActive);
      try (JMSContext client = factory.createContext();
          JMSConsumer consumer = client.createConsumer(client.createQueue("some.queue"))) {
        assertEquals("kept", consumer.receiveBody(String.class, SOON_MILLIS));
      }
    }
  }

  @Test
  void shouldNameTheKeyOfATakenPort() {
    try (EmbeddedBroker first = EmbeddedBroker.start(directory.resolve("first"), 0)) {
      int port = URI.create(first.url()).getPort();
      Path second = directory.resolve("second");
      StartException failure =
          assertThrows(StartException.class, () -> EmbeddedBroker.start(second, port));
      assertTrue(
          failure.getMessage().contains("evcharging.jms.embedded-port"), failure::getMessage);
    }
  }

  @Test
  void shouldSayThatAnotherBrokerHasTheJournal() {
    try (EmbeddedBroker first = EmbeddedBroker.start(directory, 0)) {
      StartException failure =
          assertThrows(StartException.class, () -> EmbeddedBroker.start(directory, 0), first::url);
      assertTrue(failure.getMessage().contains(directory.toString()), failure::getMessage);
    }
  }
}
