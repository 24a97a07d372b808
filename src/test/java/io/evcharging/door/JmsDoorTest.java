package io.evcharging.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evcharging.testing.CommandSchema;
import io.evcharging.testing.StubApi;
import io.evcharging.testing.TestBroker;
import io.evcharging.testing.TestContext;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands by JMS, from a client that is not Camel, over TCP. */
class JmsDoorTest {

  private static final String COMMAND = "{\"vehicleId\":\"tesla-1\",\"amperage\":32}";
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir static Path directory;
  private static StubApi api;
  private static EmbeddedActiveMQ broker;
  private static TestContext context;
  private static ActiveMQConnectionFactory factory;

  private JMSContext jms;
  private Queue commands;

  @BeforeAll
  static void start() throws Exception {
    String url = TestBroker.freeUrl();
    broker = TestBroker.start(url);
    api =
        StubApi.answering(
            200,
            "{\"message\":\"Successfully sent the following amperage: 32\",\"status\":\"success\"}");
    context =
        TestContext.in(directory)
            .withApi(api.origin())
            .withSink("jms", "")
            .with("evcharging.jms.broker-url", url)
            .with("evcharging.command.jms.enabled", "true")
            .with("evcharging.command.min-interval", "0s")
            .start();
    factory = new ActiveMQConnectionFactory(url);
  }

  @AfterAll
  static void stop() throws Exception {
    factory.close();
    context.close();
    broker.stop();
    api.close();
  }

  @BeforeEach
  void connect() {
    api.requests().clear();
    jms = factory.createContext();
    commands = jms.createQueue("evcharging.commands.amperage");
  }

  @AfterEach
  void disconnect() {
    jms.close();
  }

  @Test
  void shouldAnswerWhoeverWaits() throws Exception {
    Queue answers = jms.createTemporaryQueue();
    TextMessage message = jms.createTextMessage(COMMAND);
    message.setJMSReplyTo(answers);
    message.setJMSCorrelationID("mine");
    jms.createProducer().send(commands, message);

    TextMessage answer = assertInstanceOf(TextMessage.class, receive(answers));
    JsonNode result = JSON.readTree(answer.getText());
    assertEquals("mine", answer.getJMSCorrelationID());
    assertEquals("ACCEPTED", result.path("outcome").asText());
    assertEquals("jms", result.path("requestedBy").asText());
    assertNull(jms.createConsumer(results()).receiveNoWait());
  }

  @Test
  void shouldSendTheResultToItsQueueWhenNobodyWaits() throws Exception {
    TextMessage message = jms.createTextMessage(COMMAND);
    jms.createProducer().send(commands, message);

    TextMessage answer = assertInstanceOf(TextMessage.class, receive(results()));
    assertEquals(message.getJMSMessageID(), answer.getJMSCorrelationID());
    long kept = answer.getJMSExpiration() - answer.getJMSTimestamp();
    assertEquals(Duration.ofDays(1).toMillis(), kept);
    assertEquals("ACCEPTED", JSON.readTree(answer.getText()).path("outcome").asText());
  }

  @Test
  void shouldTakeBytesToo() throws Exception {
    jms.createProducer().send(commands, COMMAND.getBytes(StandardCharsets.UTF_8));

    assertEquals("ACCEPTED", outcome(receive(results())));
  }

  @Test
  void shouldSendOnceWhatComesTwice() throws Exception {
    String key = UUID.randomUUID().toString();
    jms.createProducer().setProperty(JmsCommand.KEY, key).send(commands, COMMAND);
    String first = assertInstanceOf(TextMessage.class, receive(results())).getText();
    jms.createProducer().setProperty(JmsCommand.KEY, key).send(commands, COMMAND);
    String second = assertInstanceOf(TextMessage.class, receive(results())).getText();

    assertEquals(first, second);
    assertEquals(1, api.requests().size());
  }

  @Test
  void shouldNotBeSteeredByProperties() throws Exception {
    jms.createProducer()
        .setProperty("CamelHttpUri", "http://elsewhere.example/")
        .setProperty("CamelJmsDestinationName", "elsewhere")
        .setProperty("evchargingVehicle", "audi-1")
        .setProperty("Authorization", "Bearer other")
        .send(commands, COMMAND);

    assertEquals("ACCEPTED", outcome(receive(results())));
    assertEquals("Bearer secret-token", api.requests().get(0).header("Authorization"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"not JSON", "", "{\"vehicleId\":\"tesla-1\",\"amperage\":\"32\"}"})
  void shouldKeepAPoisonedMessageWithItsReasonAndGoOn(String poison) throws Exception {
    jms.createProducer().send(commands, poison);
    jms.createProducer().send(commands, COMMAND);

    TextMessage dead = assertInstanceOf(TextMessage.class, receive(deadLetters()));
    assertEquals(poison, dead.getText() == null ? "" : dead.getText());
    assertNotNull(dead.getStringProperty("evchargingReason"));
    assertNotNull(dead.getStringProperty("evchargingMessageId"));
    receive(results());
    receive(results());
    assertEquals(1, api.requests().size());
  }

  @Test
  void shouldSayOfADeadLetterThatItWasNotSent() throws Exception {
    Path audit = Files.createDirectories(directory.resolve("audit"));
    Path aside = Files.move(audit, directory.resolve("aside"));
    Files.writeString(audit, "in the way");
    jms.createProducer().send(commands, COMMAND);

    Message dead = receive(deadLetters());
    Files.delete(audit);
    Files.move(aside, audit);
    assertEquals(
        "It could not be recorded: nothing was sent.", dead.getStringProperty("evchargingReason"));
    assertNotNull(dead.getStringProperty("evchargingCommandId"));
    assertEquals(0, api.requests().size());
  }

  @Test
  void shouldNotLookIntoAMessageOfAnotherType() throws Exception {
    jms.createProducer().send(commands, jms.createObjectMessage("a text"));

    assertEquals(
        "Neither a text message nor one of bytes.",
        receive(deadLetters()).getStringProperty("evchargingReason"));
    assertEquals("INVALID", outcome(receive(results())));
  }

  @Test
  void shouldTellTheSinksInTheWayOfTheirKind() throws Exception {
    try (JMSContext listening = factory.createContext()) {
      var subscriber =
          listening.createConsumer(
              listening.createTopic("evcharging.observations"),
              "cloudEvents_type = 'io.evcharging.command.v1' AND evchargingConfirmation = 'PENDING'");
      jms.createProducer().send(commands, COMMAND);
      TextMessage event = assertInstanceOf(TextMessage.class, subscriber.receive(20_000));
      CommandSchema.assertValid(event.getText().getBytes(StandardCharsets.UTF_8));
      JsonNode told = JSON.readTree(event.getText());
      assertEquals(told.path("id").asText(), event.getStringProperty("cloudEvents_id"));
      assertEquals("tesla-1", event.getStringProperty("cloudEvents_subject"));
      assertEquals("tesla-1", event.getStringProperty("evchargingVehicle"));
      assertEquals("ACCEPTED", event.getStringProperty("evchargingOutcome"));
    }
    receive(results());
  }

  private Message receive(Queue queue) {
    try (var consumer = jms.createConsumer(queue)) {
      Message message = consumer.receive(20_000);
      assertNotNull(message);
      return message;
    }
  }

  private static String outcome(Message message) throws Exception {
    return JSON.readTree(text(message)).path("outcome").asText();
  }

  private static String text(Message message) throws JMSException {
    return message.getBody(String.class);
  }

  private Queue results() {
    return jms.createQueue("evcharging.commands.results");
  }

  private Queue deadLetters() {
    return jms.createQueue("evcharging.commands.dead-letters");
  }
}
