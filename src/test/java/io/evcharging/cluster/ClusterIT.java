package io.evcharging.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.faults.TcpProxy;
import io.evcharging.state.State;
import io.evcharging.testing.TestPostgres;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes: the short version; -Pcluster runs three of them, and for long. */
class ClusterIT {

  private static final int CARS = 8;
  private static final long TICK = 4000;
  private static final String SOURCE = "tesla-charge";
  private static final Duration TAKEN_OVER = Duration.ofSeconds(15);

  @TempDir Path directory;
  private OwnBroker broker;
  private FiredTicks ticks;
  private Oem oem;
  private TcpProxy tables;
  private Node one;
  private Node other;

  @BeforeEach
  void start() throws Exception {
    broker = new OwnBroker(directory).start();
    oem = Oem.start(20);
    String url = TestPostgres.url();
    State.open(TestPostgres.config(url), directory).close();
    ticks = FiredTicks.of(url);
    URI database = URI.create(url.substring("jdbc:".length()));
    tables = TcpProxy.to(database.getPort());
    Oem.list(directory.resolve("vehicles.yaml"), CARS);
    String through = "jdbc:postgresql:" + tables.url().substring("tcp:".length());
    one = new Node(directory.resolve("one"), settings(through + database.getPath())).start();
    other = new Node(directory.resolve("other"), settings("jdbc:" + database)).start();
    one.awaitRunning();
    other.awaitRunning();
  }

  private Map<String, Object> settings(String url) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("log.level", "debug");
    settings.put("cluster.enabled", true);
    settings.put("state.url", url);
    settings.put("state.user", "postgres");
    settings.put("state.password", "postgres");
    settings.put("state.connect-timeout", "2s");
    settings.put("state.statement-timeout", "3s");
    settings.put("state.socket-timeout", "3s");
    settings.put("jms.broker-url", broker.url());
    settings.put("vehicles", directory.resolve("vehicles.yaml"));
    settings.put("smartcar.access-token", "some-token");
    settings.put("smartcar.api-url", oem.url());
    settings.put("poll.tesla-charge.schedule", "0/4 * * * * ?");
    settings.put("poll.adaptive.enabled", false);
    settings.put("budget.application.capacity", 100_000);
    settings.put("budget.vehicle.per-month", 100_000);
    settings.put("deliver.sinks", "file");
    settings.put("command.confirm-polls", 0);
    return settings;
  }

  @AfterEach
  void end() throws Exception {
    one.close();
    other.close();
    ticks.close();
    tables.close();
    oem.close();
    broker.close();
  }

  private void awaitTicks(int more) {
    int enough = oem.polls().size() + more * CARS;
    Awaitility.await("ticks")
        .atMost(Duration.ofSeconds(40))
        .until(() -> oem.polls().size() >= enough);
  }

  @Test
  void shouldShareTheWorkAndGoOnWithoutADeadNode() throws Exception {
    awaitTicks(3);
    assertTrue(oem.polls().size() <= CARS * (ticks() + 1), () -> polls());
    sameCommandToBoth();
    cutOffOne();
    killOther();
    awaitTicks(1);
    Awaitility.await("all delivered").atMost(Duration.ofSeconds(20)).until(this::allDelivered);
    assertEquals(143, one.stop(), "drained after SIGTERM");
    assertTrue(allDelivered());
    assertEachTickOnce(SOURCE, Duration.ofMillis(TICK));
    assertEachTickOnce("waiting", Duration.ofSeconds(1));
  }

  /** One node was cut off, and one has died; a busy machine is slower by some seconds. */
  private void assertEachTickOnce(String schedule, Duration period) throws Exception {
    TickLedger ledger = TickLedger.of(ticks.fired(schedule), period);
    assertTrue(ledger.isRight(2, TAKEN_OVER.plus(period).plusSeconds(5)), schedule + ": " + ledger);
  }

  private String polls() {
    long start = oem.polls().get(0).at();
    return oem.polls().stream()
        .map(call -> call.vehicle() + " " + (call.at() - start))
        .collect(Collectors.joining("\n"));
  }

  /** In the time of the polls so far; one more may have been made up for at the start. */
  private long ticks() {
    LongSummaryStatistics times = oem.polls().stream().mapToLong(Oem.Call::at).summaryStatistics();
    return Math.round((double) (times.getMax() - times.getMin()) / TICK) + 1;
  }

  private void sameCommandToBoth() {
    List<HttpResponse<String>> answers =
        List.of(one, other).parallelStream()
            .map(node -> CompletableFuture.supplyAsync(() -> command(node)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertEquals(1, oem.commands().size());
    assertEquals(answers.get(0).body(), answers.get(1).body());
    assertEquals(200, answers.get(0).statusCode(), answers.get(0).body());
  }

  private static HttpResponse<String> command(Node node) {
    try {
      return node.command("car-1", "the-same", 16);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void cutOffOne() throws Exception {
    tables.be(TcpProxy.Mood.CUT);
    Awaitility.await("not ready")
        .atMost(Duration.ofSeconds(20))
        .until(() -> one.ready().body().contains("the tables cannot be reached"));
    HttpResponse<String> refused = one.command("car-2", "another", 16);
    assertEquals(503, refused.statusCode());
    assertTrue(refused.body().contains("cut off"), refused.body());
    awaitTicks(1);
    tables.be(TcpProxy.Mood.PASS);
    Awaitility.await("ready")
        .atMost(Duration.ofSeconds(20))
        .until(() -> !one.ready().body().contains("cut off"));
  }

  private void killOther() throws Exception {
    other.kill();
    long killed = System.currentTimeMillis();
    awaitTicks(1);
    long late = System.currentTimeMillis() - killed;
    assertTrue(late <= TAKEN_OVER.toMillis() + TICK, "taken over after " + late + " ms");
    assertEquals(200, one.command("car-3", "after", 16).statusCode());
    assertEquals(2, oem.commands().size());
  }

  private boolean allDelivered() throws Exception {
    Set<String> accepted = new HashSet<>(one.accepted());
    accepted.addAll(other.accepted());
    Set<String> delivered = new HashSet<>(one.delivered());
    delivered.addAll(other.delivered());
    return delivered.containsAll(accepted);
  }
}
