package io.evcharging.cluster;

import com.sun.net.httpserver.HttpExchange;
import io.evcharging.faults.TcpProxy;
import io.evcharging.state.State;
import io.evcharging.testing.StubApi;
import io.evcharging.testing.TestBroker;
import io.evcharging.testing.TestPostgres;
import jakarta.jms.JMSContext;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes, the first of which reaches the tables and the broker through proxies. */
abstract class TwoNodes {

  private static final String TESLA =
      "{\"amperage\":16,\"isPluggedIn\":true,\"state\":\"CHARGING\"}";

  @TempDir Path directory;
  String database;
  TcpProxy tables;
  TcpProxy broker;
  StubApi api;
  private String brokerUrl;
  private EmbeddedActiveMQ artemis;
  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeEach
  void begin() throws Exception {
    brokerUrl = TestBroker.freeUrl();
    artemis = TestBroker.start(brokerUrl);
    database = TestPostgres.url();
    URI server = URI.create(database.substring("jdbc:".length()));
    tables = TcpProxy.to(server.getPort());
    broker = TcpProxy.to(URI.create(brokerUrl).getPort());
    api = StubApi.answering(this::answer);
  }

  @AfterEach
  void end() throws Exception {
    tables.be(TcpProxy.Mood.PASS);
    broker.be(TcpProxy.Mood.PASS);
    for (int last = open.size() - 1; last >= 0; last--) {
      open.get(last).close();
    }
    api.close();
    broker.close();
    tables.close();
    artemis.stop();
  }

  void answer(HttpExchange exchange) throws IOException {
    StubApi.send(exchange, 200, TESLA);
  }

  <T extends AutoCloseable> T closing(T resource) {
    open.add(resource);
    return resource;
  }

  /** What the broker has given up, as it was never done with. */
  long killed(String queue) {
    return artemis.getActiveMQServer().locateQueue(queue).getMessagesKilled();
  }

  /** How many take from a queue. */
  int consumers(String queue) {
    return artemis.getActiveMQServer().locateQueue(queue).getConsumerCount();
  }

  /** From now on a message that is given back so often is given up. */
  void giveUpAfter(int deliveries) {
    AddressSettings settings = new AddressSettings().setMaxDeliveryAttempts(deliveries);
    artemis.getActiveMQServer().getAddressSettingsRepository().addMatch("#", settings);
  }

  /** To the broker, on the straight way, until it is over. */
  void sendUntil(String queue, String text, BooleanSupplier over) {
    try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(brokerUrl);
        JMSContext jms = factory.createContext()) {
      while (!over.getAsBoolean()) {
        jms.createProducer().send(jms.createQueue(queue), text);
      }
    }
  }

  /** Through the proxies. */
  ContextNode one() throws Exception {
    String url = "jdbc:postgresql" + tables.url().substring("tcp".length());
    URI server = URI.create(database.substring("jdbc:".length()));
    return node("one", url + server.getPath(), broker.url());
  }

  /** On the straight way. */
  ContextNode other() throws Exception {
    return node("other", database, brokerUrl);
  }

  private ContextNode node(String name, String tablesUrl, String url) throws Exception {
    ContextNode node = closing(ContextNode.in(directory.resolve(name), tablesUrl, url));
    node.context().withApi(api.origin()).withSink("host", "mock:host");
    return node.with("smartcar.access-token", name);
  }

  /** From the first one on. */
  FiredTicks ticks() throws Exception {
    State.open(TestPostgres.config(database), directory).close();
    return closing(FiredTicks.of(database));
  }

  /** How many calls a node has made. */
  long calls(String node) {
    return api.requests().stream()
        .filter(call -> ("Bearer " + node).equals(call.header("Authorization")))
        .count();
  }
}
