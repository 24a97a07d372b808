package io.evcharging.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import io.evcharging.canonical.CommandOutcome;
import io.evcharging.command.CommandOutcomes;
import io.evcharging.testing.StubApi;
import io.evcharging.testing.TestBroker;
import io.evcharging.testing.TestContext;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker loses its consumer after the OEM was called, and before the message is done with. */
class JmsRedeliveryTest {

  private static final String COMMAND = "{\"vehicleId\":\"tesla-1\",\"amperage\":32}";
  private static final String DONE =
      "{\"message\":\"Successfully sent the following amperage: 32\",\"status\":\"success\"}";
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path directory;
  private final AtomicInteger cut = new AtomicInteger();
  private EmbeddedActiveMQ broker;
  private StubApi oem;
  private TestContext context;
  private ActiveMQConnectionFactory factory;

  @BeforeEach
  void start() throws Exception {
    String url = TestBroker.freeUrl();
    broker = TestBroker.start(url);
    oem = StubApi.answering(this::cutAndAnswer);
    context =
        TestContext.in(directory)
            .withApi(oem.origin())
            .withSink("host", "mock:host")
            .with("evcharging.jms.broker-url", url)
            .with("evcharging.command.jms.enabled", "true")
            .start();
    factory = new ActiveMQConnectionFactory(url);
  }

  /** Every connection of the broker is gone when the OEM's answer comes. */
  private void cutAndAnswer(HttpExchange exchange) throws IOException {
    try {
      broker.getActiveMQServer().getActiveMQServerControl().closeConnectionsForAddress("127.0.0.1");
      cut.incrementAndGet();
    } catch (Exception e) {
      throw new IOException(e);
    }
    StubApi.send(exchange, 200, DONE);
  }

  @AfterEach
  void stop() throws Exception {
    factory.close();
    context.close();
    broker.stop();
    oem.close();
  }

  @Test
  void shouldCallOnceAndSendTheResultWhenTheMessageComesAgain() throws Exception {
    String id = send();
    Awaitility.await().until(() -> cut.get() > 0);

    try (JMSContext jms = factory.createContext();
        var results = jms.createConsumer(jms.createQueue("evcharging.commands.results"))) {
      Message result = results.receive(30_000);
      assertNotNull(result, "no result");
      JsonNode told = JSON.readTree(((TextMessage) result).getText());
      assertEquals("ACCEPTED", told.path("outcome").asText());
      assertEquals(id, result.getJMSCorrelationID());
      Message again = results.receive(1_000);
      if (again != null) { // the first one was sent before the message was done with
        assertEquals(((TextMessage) result).getText(), ((TextMessage) again).getText());
      }
    }
    assertEquals(1, cut.get());
    assertEquals(1, oem.requests().size());
    assertEquals(1, counted("jms", CommandOutcome.ACCEPTED));
  }

  private String send() throws Exception {
    try (JMSContext jms = factory.createContext()) {
      TextMessage message = jms.createTextMessage(COMMAND);
      jms.createProducer().send(jms.createQueue("evcharging.commands.amperage"), message);
      return message.getJMSMessageID();
    } // its connection may be cut too, but not before the message is there
  }

  private long counted(String door, CommandOutcome outcome) {
    return context.bean("evchargingCommandOutcomes", CommandOutcomes.class).of(door, outcome);
  }
}
