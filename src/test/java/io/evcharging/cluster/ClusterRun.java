package io.evcharging.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Three nodes with a PostgreSQL and an Artemis 2.40 in processes of their own: kills at random, and
 * the throughput of one, two and three nodes. Prints what docs/cluster.md shows; exits with 1 when
 * anything was lost, doubled or beyond the budget.
 *
 * <p>Arguments: the folder of the broker's distribution, how many seconds of kills, how many
 * seconds of each throughput, and the file for the table.
 */
final class ClusterRun implements AutoCloseable {

  private static final int CARS = 60;
  private static final int CAPACITY = 300;
  private static final int PER_MINUTE = 600;
  private static final Duration LATE = Duration.ofMinutes(2);
  private static final Duration TAKEN_OVER = Duration.ofSeconds(15 + 5); // and the next tick

  private static final Map<String, Duration> SCHEDULES =
      Map.of("tesla-charge", Duration.ofSeconds(5), "waiting", Duration.ofSeconds(1));

  private final Path directory;
  private final EmbeddedPostgres postgres;
  private final ArtemisProcess broker;
  private final Random random = new Random(20261121);
  private final List<String> table = new ArrayList<>();
  private boolean failed;

  private ClusterRun(Path distribution) throws IOException {
    directory = Files.createTempDirectory("evcharging-cluster");
    postgres = EmbeddedPostgres.start();
    broker = ArtemisProcess.start(distribution, directory.resolve("artemis"));
  }

  public static void main(String[] args) throws Exception {
    boolean failed;
    try (ClusterRun run = new ClusterRun(Path.of(args[0]))) {
      run.kills(Duration.ofSeconds(Long.parseLong(args[1])));
      for (int nodes = 1; nodes <= 3; nodes++) {
        run.throughput(nodes, Duration.ofSeconds(Long.parseLong(args[2])));
      }
      failed = run.failed;
      Files.write(Path.of(args[3]), run.table);
    }
    System.exit(failed ? 1 : 0);
  }

  private Map<String, Object> settings(Oem oem, String database) throws Exception {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + database);
    }
    Map<String, Object> settings = new HashMap<>();
    settings.put("cluster.enabled", true);
    settings.put("state.url", "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database);
    settings.put("state.user", "postgres");
    settings.put("state.password", "postgres");
    settings.put("jms.broker-url", broker.url());
    settings.put("jms.user", "evcharging");
    settings.put("jms.password", "evcharging");
    settings.put("polls", polls(database));
    settings.put("vehicles", directory.resolve(database + ".yaml"));
    settings.put("smartcar.access-token", "some-token");
    settings.put("smartcar.api-url", oem.url());
    settings.put("poll.adaptive.enabled", false);
    settings.put("budget.application.capacity", CAPACITY);
    settings.put("budget.application.refill-per-minute", PER_MINUTE);
    settings.put("budget.vehicle.per-month", 1_000_000);
    settings.put("deliver.sinks", "file");
    settings.put("command.confirm-polls", 0);
    settings.put("command.min-interval", "0s");
    settings.put("poll.tesla-charge.schedule", "0/5 * * * * ?");
    return settings;
  }

  /** Each part has queues of its own. */
  private static String polls(String database) {
    return io.evcharging.config.ClusterConfig.POLLS
        .replace("evcharging.polls?", "polls." + database + "?")
        .replace("{{evcharging.poll.concurrency}}", "16");
  }

  private void kills(Duration length) throws Exception {
    Oem.list(directory.resolve("kills.yaml"), CARS);
    try (Oem oem = Oem.start(50)) {
      Map<String, Object> settings = settings(oem, "kills");
      settings.put("log.level", "debug");
      long opened = System.nanoTime();
      List<Node> nodes = start(settings, "kills", 3);
      FiredTicks ticks = FiredTicks.of(String.valueOf(settings.get("state.url")));
      long begin = System.nanoTime();
      AtomicInteger sent = new AtomicInteger();
      Set<String> answered = new HashSet<>();
      int kills = 0;
      while (System.nanoTime() - begin < length.toNanos()) {
        Thread.sleep(5000 + random.nextInt(10_000));
        command(nodes, sent, answered);
        Node any = nodes.get(random.nextInt(nodes.size()));
        String holder = ticks.holder(kills % 2 == 0 ? "tesla-charge" : "waiting");
        Node victim = nodes.stream().filter(it -> it.isCalled(holder)).findAny().orElse(any);
        victim.kill();
        oem.killed();
        kills++;
        command(nodes, sent, answered);
        victim.start();
        victim.awaitRunning();
      }
      report(oem, nodes, opened, kills, answered);
      close(nodes);
      report(ticks, kills);
    }
  }

  private void report(FiredTicks ticks, int kills) throws Exception {
    for (Map.Entry<String, Duration> schedule : SCHEDULES.entrySet()) {
      TickLedger ledger = TickLedger.of(ticks.fired(schedule.getKey()), schedule.getValue());
      say("schedule %s, every %s: %s".formatted(schedule.getKey(), schedule.getValue(), ledger));
      failed |= !ledger.isRight(kills, TAKEN_OVER);
    }
    ticks.close();
  }

  private List<Node> start(Map<String, Object> settings, String part, int count)
      throws IOException {
    List<Node> nodes = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      nodes.add(new Node(directory.resolve(part + "-" + number), settings).start());
    }
    nodes.forEach(Node::awaitRunning);
    return nodes;
  }

  private static void close(List<Node> nodes) throws InterruptedException {
    for (Node node : nodes) {
      node.close();
    }
  }

  /** The same key to two of those that live. */
  private static void command(List<Node> nodes, AtomicInteger sent, Set<String> answered) {
    String key = "command-" + sent.incrementAndGet();
    String vehicle = "car-" + sent.get() % CARS;
    int amps = 1 + sent.get() / CARS; // so that each command differs
    nodes.parallelStream()
        .filter(Node::isAlive)
        .limit(2)
        .forEach(
            node -> {
              try {
                HttpResponse<String> answer = node.command(vehicle, key, amps);
                if (answer.statusCode() == 200) {
                  synchronized (answered) {
                    answered.add(key);
                  }
                }
              } catch (Exception killed) {
                // The other one has answered, or nobody.
              }
            });
  }

  private void report(Oem oem, List<Node> nodes, long opened, int kills, Set<String> answered)
      throws Exception {
    long calls = oem.calls();
    long seconds = Duration.ofNanos(System.nanoTime() - opened).toSeconds() + 1;
    long pause = oem.longestPause();
    Set<String> accepted = new HashSet<>();
    nodes.forEach(node -> accepted.addAll(node.accepted()));
    long end = System.nanoTime() + LATE.toNanos();
    Set<String> lost = lost(accepted, nodes);
    while (!lost.isEmpty() && System.nanoTime() < end) {
      Thread.sleep(1000);
      lost = lost(accepted, nodes);
    }
    long allowed = CAPACITY + PER_MINUTE * seconds / 60;
    long doubled =
        oem.commands().size() - oem.commands().stream().map(Oem.Call::vehicle).distinct().count();
    say(
        ("kills %d, calls %d of %d allowed, observations accepted %d, lost %d, commands called %d,"
                + " answered %d, doubled %d, longest time without a poll of any car %d ms")
            .formatted(
                kills,
                calls,
                allowed,
                accepted.size(),
                lost.size(),
                oem.commands().size(),
                answered.size(),
                doubled,
                pause));
    failed |= accepted.isEmpty() || !lost.isEmpty() || doubled > 0;
    failed |= calls > allowed || !oem.isAskedWithin(TAKEN_OVER);
  }

  private static Set<String> lost(Set<String> accepted, List<Node> nodes) throws IOException {
    Set<String> lost = new HashSet<>(accepted);
    for (Node node : nodes) {
      lost.removeAll(node.delivered());
    }
    return lost;
  }

  private void say(String line) {
    System.out.println(line);
    table.add(line);
  }

  private void throughput(int count, Duration length) throws Exception {
    String part = "load" + count;
    Oem.list(directory.resolve(part + ".yaml"), 2000);
    try (Oem oem = Oem.start(50)) {
      oem.forget();
      Map<String, Object> settings = settings(oem, part);
      settings.put("budget.application.capacity", 1_000_000);
      settings.put("budget.application.refill-per-minute", 1_000_000);
      settings.put("poll.tesla-charge.schedule", "0/2 * * * * ?");
      List<Node> nodes = start(settings, part, count);
      Thread.sleep(length.toMillis() / 2); // to warm up
      long before = oem.calls();
      long begin = System.nanoTime();
      Thread.sleep(length.toMillis());
      double perSecond = (oem.calls() - before) * 1e9 / (System.nanoTime() - begin);
      say(
          "nodes %d: %.0f polls/s, ideal %d (16 at a time for each, 50 ms)"
              .formatted(count, perSecond, count * 16 * 20));
      close(nodes);
    }
  }

  @Override
  public void close() throws Exception {
    broker.close();
    postgres.close();
  }
}
