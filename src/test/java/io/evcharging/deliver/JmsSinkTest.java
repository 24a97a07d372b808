package io.evcharging.deliver;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evcharging.testing.TestBroker;
import io.evcharging.testing.TestContext;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.TextMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmsSinkTest {

  @TempDir Path directory;

  @Test
  void shouldSendATextMessageWithItsAttributesAsProperties() throws Exception {
    String url = TestBroker.freeUrl();
    EmbeddedActiveMQ broker = TestBroker.start(url);
    try (Client client = new Client(url);
        TestContext context = context(url).start()) {
      JMSConsumer subscriber =
          client.subscribe("evcharging.observations", "evchargingBrand='TESLA'");
      Observations.send(context.camel(), 1);
      TextMessage message = assertInstanceOf(TextMessage.class, subscriber.receive(10_000));
      assertEquals(Observations.json(1), message.getText());
      assertEquals(Observations.id(1), message.getStringProperty("cloudEvents_id"));
      assertEquals("1.0", message.getStringProperty("cloudEvents_specversion"));
      assertEquals("2026-11-20T08:15:00Z", message.getStringProperty("cloudEvents_time"));
      assertEquals("veh-ü", message.getStringProperty("cloudEvents_subject"));
      assertEquals("application/json", message.getStringProperty("cloudEvents_datacontenttype"));
      assertEquals("veh-ü", message.getStringProperty("evchargingVehicle"));
      assertEquals("CHARGING", message.getStringProperty("evchargingState"));
    } finally {
      broker.stop();
    }
  }

  @Test
  void shouldKeepWhatADeadBrokerCannotTakeAndGoOnWhenItIsBack() throws Exception {
    String url = TestBroker.freeUrl();
    try (TestContext context = context(url).start()) {
      Observations.send(context.camel(), 1);
      Path kept = directory.resolve("undelivered/jms/" + Observations.id(1) + ".json");
      await().until(() -> Files.exists(kept));
      EmbeddedActiveMQ broker = TestBroker.start(url);
      try {
        Observations.send(context.camel(), 2);
        DeliveryOutcomes outcomes =
            context.bean("evchargingDeliveryOutcomes", DeliveryOutcomes.class);
        await().until(() -> outcomes.delivered("jms") == 1);
      } finally {
        broker.stop();
      }
    }
  }

  private TestContext context(String url) throws Exception {
    return TestContext.in(directory).withSink("jms", "").with("evcharging.jms.broker-url", url);
  }

  /** A client that is not Camel. */
  private static final class Client implements AutoCloseable {

    private final ActiveMQConnectionFactory factory;
    private final JMSContext jms;

    Client(String url) {
      factory = new ActiveMQConnectionFactory(url);
      jms = ((ConnectionFactory) factory).createContext();
    }

    JMSConsumer subscribe(String topic, String selector) {
      return jms.createConsumer(jms.createTopic(topic), selector);
    }

    @Override
    public void close() {
      jms.close();
      factory.close();
    }
  }
}
