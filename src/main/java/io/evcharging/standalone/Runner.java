package io.evcharging.standalone;

import io.evcharging.EvChargingRoutes;
import io.evcharging.cluster.Schedules;
import io.evcharging.config.CheckReport;
import io.evcharging.config.CommandJmsConfig;
import io.evcharging.config.ConfigurationException;
import io.evcharging.config.DoorConfig;
import io.evcharging.config.EvChargingConfig;
import io.evcharging.config.SinkConfig;
import io.evcharging.deliver.DeliveryOutcomes;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.spi.ShutdownStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes in a process of their own. Opened, the configuration is checked, the data directory is
 * kept and the broker starts; started, the routes run. Whoever ends the JVM stops all of it in the
 * reverse order.
 */
final class Runner implements AutoCloseable {

  /** Camel Main's settings; relative to the distribution's folder. */
  static final String CAMEL_FILE = "file:config/application.properties";

  /** What {@code run} and {@code check} read. */
  static final String FILES = CAMEL_FILE + ",file:config/evcharging.properties";

  private static final String HTTP_PORT = "evcharging.http.port";

  /** How long Camel may take after its timeout to end what it can. */
  private static final Duration FORCED_STOP = Duration.ofSeconds(8);

  private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

  private final EvChargingConfig config;
  private final Main main;
  private final DataDirectory data;
  private final @Nullable EmbeddedBroker broker;
  private final Operations operations;
  private @Nullable HttpDoor http;
  private volatile @Nullable DeliveryOutcomes outcomes;
  private boolean started;
  private boolean closed;

  private Runner(
      EvChargingConfig config, Main main, DataDirectory data, @Nullable EmbeddedBroker broker)
      throws IOException {
    this.config = config;
    this.main = main;
    this.data = data;
    this.broker = broker;
    this.operations = Operations.bind(main, config, broker);
  }

  /**
   * Checks the configuration and begins to start the broker, if there is to be one inside.
   *
   * @param files property files in Camel's notation
   * @param given values that win over all others
   * @throws StartException with all faults of the configuration, or when a port is taken or the
   *     data directory is in use
   */
  static Runner open(String files, Map<String, String> given) throws IOException {
    try (RunnerSettings settings = RunnerSettings.of(files, given)) {
      settings.settle(ClusterSettings.of(settings));
      EvChargingConfig config = read(settings);
      DataDirectory data = DataDirectory.lock(config.dataDirectory());
      EmbeddedBroker broker = null;
      try {
        broker = beginBroker(config);
        settle(settings, config, broker);
        return new Runner(
            read(settings), camel(files, settings.settled(), config, data, broker), data, broker);
      } catch (RuntimeException e) {
        stop(data, broker);
        throw e;
      }
    }
  }

  /** What only this process can know: its ports, its broker, and what having them switches on. */
  private static void settle(
      RunnerSettings settings, EvChargingConfig config, @Nullable EmbeddedBroker broker) {
    Map<String, String> values = new HashMap<>();
    if (broker != null) {
      values.put("evcharging.jms.broker-url", broker.urlInside());
    }
    if (DoorConfig.STANDALONE.equals(settings.get(DoorConfig.ENABLED))) {
      values.put(DoorConfig.ENABLED, "true");
    }
    if (config.usesJms() && DoorConfig.STANDALONE.equals(settings.get(CommandJmsConfig.ENABLED))) {
      values.put(CommandJmsConfig.ENABLED, "true");
    }
    values.put(HTTP_PORT, "" + Ports.claim(HTTP_PORT, config.http().host(), config.http().port()));
    settings.settle(values);
  }

  private static void stop(DataDirectory data, @Nullable EmbeddedBroker broker) throws IOException {
    try (data) {
      if (broker != null) {
        broker.close();
      }
    }
  }

  private static EvChargingConfig read(RunnerSettings settings) {
    try {
      return EvChargingConfig.read(settings, settings.surroundings());
    } catch (ConfigurationException e) {
      throw new StartException(EvCharging.FAULTY, allFaults(settings), e);
    }
  }

  /** Those of the vehicles too, so that nobody has to start three times to see them all. */
  private static String allFaults(RunnerSettings settings) {
    CheckReport report = CheckReport.of(settings, settings.surroundings(), Instant.now());
    return String.join(System.lineSeparator(), report.lines());
  }

  private static @Nullable EmbeddedBroker beginBroker(EvChargingConfig config) {
    boolean wanted = config.jms().embedded() && config.usesJms();
    return wanted
        ? EmbeddedBroker.begin(
            config.dataDirectory().resolve("broker"), config.jms().embeddedPort())
        : null;
  }

  private static Main camel(
      String files,
      Map<String, String> settled,
      EvChargingConfig config,
      DataDirectory data,
      @Nullable EmbeddedBroker broker) {
    Main main = new RunnerMain(files, settled);
    main.bind("quartz-component", Schedules.component(config.poll()));
    // The context need not lock what the runner has locked.
    main.bind("evchargingDataLock", data);
    if (broker != null) {
      main.bind("evchargingJournalRoom", (Runnable) broker::giveRoomBack);
    }
    main.configure().addRoutesBuilder(new EvChargingRoutes());
    return main;
  }

  /** The configuration in force, with the ports and the broker's URL as they really are. */
  EvChargingConfig config() {
    return config;
  }

  /**
   * Waits until the broker inside takes messages, if there is to be one.
   *
   * @throws StartException when it cannot
   */
  void awaitBroker() throws IOException {
    if (broker != null) {
      broker.awaitStart();
      BrokerAccess.announce(config.dataDirectory(), broker.url());
    }
  }

  synchronized void start() throws IOException {
    http = HttpDoor.open(config);
    main.bind("evchargingVertx", http);
    main.init();
    awaitBroker();
    main.start();
    http.guard(main.getCamelContext());
    operations.open(http.tls());
    outcomes = main.getCamelContext().getRegistry().findSingleByType(DeliveryOutcomes.class);
    Meters.register(main.getCamelContext(), config);
    started = true;
    String door =
        (http.tls() ? "https://" : "http://") + config.http().host() + ":" + config.http().port();
    List<String> sinks = config.deliver().sinks().stream().map(SinkConfig::name).toList();
    if (config.channels().durable()) {
      LastSinks.keep(config.dataDirectory(), sinks);
    }
    LOG.info(
        "running: delivers to {}; {}health {}/observe/health, metrics {}/observe/metrics",
        sinks,
        broker == null ? "" : "broker " + broker.url() + ", ",
        door,
        door);
  }

  /** How many observations no sink would take, of all sinks, since the start. */
  long undelivered() {
    DeliveryOutcomes all = outcomes;
    return all == null
        ? 0
        : config.deliver().sinks().stream().mapToLong(sink -> all.undelivered(sink.name())).sum();
  }

  /** Waits until the routes are stopped, from wherever. */
  void await() throws InterruptedException {
    main.getShutdownStrategy().await();
  }

  /**
   * Plans no more and finishes what is under way, for as long as {@code camel.main.shutdownTimeout}
   * allows. Beyond that Camel itself would wait for ever for a poll that has no answer yet.
   */
  synchronized void stopRoutes() {
    CamelContext context = main.getCamelContext();
    if (context == null) {
      return;
    }
    ShutdownStrategy strategy = context.getShutdownStrategy();
    Duration limit =
        Duration.of(strategy.getTimeout(), strategy.getTimeUnit().toChronoUnit()).plus(FORCED_STOP);
    Thread stopping = new Thread(main::stop, "evcharging-stop-routes");
    stopping.setDaemon(true);
    stopping.start();
    try {
      stopping.join(limit.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (stopping.isAlive()) {
      LOG.warn("what is still under way after {} s is given up", limit.toSeconds());
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      operations.close();
      stopRoutes();
      if (http != null) {
        http.end();
      }
      stop(data, broker);
      if (started) {
        LOG.info("stopped");
      }
    }
  }
}
