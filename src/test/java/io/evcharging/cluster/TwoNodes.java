package io.evcharging.cluster;

import com.sun.net.httpserver.HttpExchange;
import io.evcharging.faults.TcpProxy;
import io.evcharging.state.State;
import io.evcharging.testing.StubApi;
import io.evcharging.testing.TestBroker;
import io.evcharging.testing.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
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
