package io.evcharging.standalone;

import io.evcharging.config.EvChargingConfig;
import io.evcharging.simulator.DemoFleet;
import io.evcharging.simulator.SmartcarSimulator;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The whole way on this machine alone: simulated vehicles, the routes, and a receiver at the end of
 * each sink that counts what really came.
 */
final class Demo implements AutoCloseable {

  /** Everything that the demo writes; relative to the distribution's folder. */
  private static final Path DIRECTORY = Path.of("data", "demo");

  private static final List<String> SINKS = List.of("file", "jms", "rest");

  private static final Path VEHICLES = DIRECTORY.resolve("vehicles.yaml");
  private static final Path OBSERVATIONS = DIRECTORY.resolve("observations");
  private static final String TOPIC = "evcharging.observations";

  /** The cars' hours take a minute. */
  private static final double SPEED = 60;

  private static final Duration LAST_ARRIVALS = Duration.ofSeconds(5);

  /** For this run; said once. */
  private final String key = UUID.randomUUID().toString();

  private final PrintWriter out;
  private final DemoBoard board;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private volatile @Nullable Runner runner;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /**
   * Starts nothing yet.
   *
   * @param out gets plain lines
   */
  Demo(PrintWriter out) {
    this.out = out;
    this.board = new DemoBoard(SINKS, this::undelivered, Clock.systemUTC(), out);
  }

  /** Starts the receivers first, so that they see everything. */
  synchronized void start() throws Exception {
    Files.createDirectories(DIRECTORY);
    SmartcarSimulator simulator =
        part(
            SmartcarSimulator.builder()
                .speed(SPEED)
                .vehicles(DemoFleet.vehicles())
                .build()
                .start());
    Files.writeString(VEHICLES, DemoFleet.vehiclesYaml());
    DemoReceiver receiver = part(DemoReceiver.start(body -> board.arrived("rest", body)));
    Runner opened = part(Runner.open(Runner.CAMEL_FILE, settled(simulator, receiver)));
    opened.awaitBroker();
    String broker = opened.config().jms().brokerUrl();
    part(DemoSubscriber.start(broker, TOPIC, body -> board.arrived("jms", body)));
    runner = opened;
    part(DemoWatch.start(board, OBSERVATIONS));
    synchronized (board) { // what arrives is printed below the explanation
      opened.start();
      part(() -> finish(opened));
      explain(simulator, receiver, opened.config());
    }
  }

  private <T extends AutoCloseable> T part(T part) {
    parts.push(part);
    return part;
  }

  private Map<String, String> settled(SmartcarSimulator simulator, DemoReceiver receiver) {
    Map<String, String> values = new HashMap<>();
    values.put("evcharging.smartcar.api-url", simulator.apiUrl().toString());
    values.put("evcharging.smartcar.vehicle-url", simulator.vehicleUrl().toString());
    values.put("evcharging.smartcar.access-token", simulator.accessToken());
    values.put("evcharging.vehicles", VEHICLES.toString());
    values.put("evcharging.data-directory", DIRECTORY.toString());
    values.put("evcharging.http.host", EmbeddedBroker.HOST);
    values.put("evcharging.http.port", port("evcharging.http.port", 8080));
    values.put("evcharging.jms.broker-url", "embedded");
    values.put("evcharging.jms.embedded-port", port("evcharging.jms.embedded-port", 61616));
    values.put("evcharging.poll.tesla-charge.schedule", "0/5 * * * * ?");
    values.put("evcharging.poll.audi-charge.schedule", "2/5 * * * * ?");
    values.put("evcharging.poll.charge-signals.schedule", "4/10 * * * * ?");
    // The demo's own simulator has no limits, and its cars live an hour in a minute.
    values.put("evcharging.poll.adaptive.enabled", "false");
    values.put("evcharging.budget.application.capacity", "100000");
    values.put("evcharging.budget.application.refill-per-minute", "100000");
    values.put("evcharging.budget.vehicle.per-month", "1000000");
    values.put("evcharging.deliver.sinks", String.join(",", SINKS));
    values.put("evcharging.deliver.file.directory", OBSERVATIONS.toString());
    values.put("evcharging.deliver.jms.destination", "topic:" + TOPIC);
    values.put("evcharging.deliver.rest.url", receiver.url());
    values.put("evcharging.command.keys", "demo:" + key);
    return values;
  }

  /** The wished port if it is free: a demo should not fail because something else is running. */
  private static String port(String key, int usual) {
    return "" + Ports.claimOrAny(key, EmbeddedBroker.HOST, Integer.getInteger(key, usual));
  }

  private void explain(
      SmartcarSimulator simulator, DemoReceiver receiver, EvChargingConfig config) {
    String door = "http://%s:%d".formatted(EmbeddedBroker.HOST, config.http().port());
    out.printf(
        """

        evcharging demo: %d simulated vehicles, nothing leaves this machine.

          simulator   curl %s/simulator/status
          file        tail -f %s/*.ndjson
          jms         topic %s at tcp://%s:%d, no password
          rest        POST to %s, a receiver that counts
          HTTP door   curl %s/observe/health    curl %s/observe/metrics
          log         %s
          command     curl -d '{"amperage":16}' -H 'Content-Type: application/json' -H 'Authorization: Bearer %s' \
        %s/api/vehicles/demo-tesla-3/charge/amperage

        Stop with Ctrl-C. Time, vehicle, state, power, limit, age of the reading -> sinks that have it:

        """,
        DemoFleet.vehicles().size(),
        simulator.origin(),
        OBSERVATIONS.toAbsolutePath(),
        TOPIC,
        EmbeddedBroker.HOST,
        config.jms().embeddedPort(),
        receiver.url(),
        door,
        door,
        DIRECTORY.resolve("log/evcharging.log").toAbsolutePath(),
        key,
        door);
    out.flush();
  }

  private long undelivered() {
    return runner == null ? 0 : runner.undelivered();
  }

  /**
   * Waits until the demo is closed, or the time is over.
   *
   * @param length at most so long
   */
  void await(Duration length) throws InterruptedException {
    stopped.await(length.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void finish(Runner runner) throws InterruptedException {
    out.println("Stopping: no new polls, what is under way is delivered.");
    out.flush();
    runner.stopRoutes();
    board.awaitEqual(LAST_ARRIVALS);
    board.printSummary("In the end");
  }

  @Override
  public synchronized void close() throws Exception {
    stopped.countDown();
    while (!parts.isEmpty()) {
      parts.pop().close();
    }
  }
}
