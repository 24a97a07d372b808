package io.evcharging.standalone;

import io.evcharging.EvChargingRoutes;
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
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.apache.camel.spi.ShutdownStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes in a process of their own. Opened, the configuration is checked, the data directory is
 * kept and the broker takes messages; started, the routes run. Whoever ends the JVM stops all of it
 * in the reverse order.
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
   * Checks the configuration and starts the broker, if there is to be one inside.
   *
   * @param files property files in Camel's notation
   * @param given values that win over all others
   * @throws StartException with all faults of the configuration, or when a port is taken or the
   *     data directory is in use
   */
  static Runner open(String files, Map<String, String> given) throws IOException {
    Map<String, String> settled = ClusterSettings.settle(files, given);
    EvChargingConfig config = read(files, settled);
    DataDirectory data = DataDirectory.lock(config.dataDirectory());
    EmbeddedBroker broker = null;
    try {
      broker = startBroker(config);
      Map<String, String> values = new HashMap<>(settled);
      if (broker != null) {
        values.put("evcharging.jms.broker-url", broker.urlInside());
        BrokerAccess.announce(config.dataDirectory(), broker.url());
      }
      if (DoorConfig.STANDALONE.equals(value(files, values, DoorConfig.ENABLED))) {
        values.put(DoorConfig.ENABLED, "true");
      }
      if (config.usesJms()
          && DoorConfig.STANDALONE.equals(value(files, values, CommandJmsConfig.ENABLED))) {
        values.put(CommandJmsConfig.ENABLED, "true");
      }
      values.put(
          HTTP_PORT, "" + Ports.claim(HTTP_PORT, config.http().host(), config.http().port()));
      return new Runner(read(files, values), camel(files, values, data, broker), data, broker);
    } catch (RuntimeException e) {
      stop(data, broker);
      throw e;
    }
  }

  private static void stop(DataDirectory data, @Nullable EmbeddedBroker broker) throws IOException {
    try (data) {
      if (broker != null) {
        broker.close();
      }
    }
  }

  private static EvChargingConfig read(String files, Map<String, String> settled) {
    try (RunnerSettings settings = RunnerSettings.of(files, settled)) {
      return EvChargingConfig.read(settings, settings.surroundings());
    } catch (ConfigurationException e) {
      throw new StartException(EvCharging.FAULTY, allFaults(files, settled), e);
    }
  }

  private static @Nullable String value(String files, Map<String, String> settled, String key) {
    try (RunnerSettings settings = RunnerSettings.of(files, settled)) {
      return settings.get(key);
    }
  }

  /** Those of the vehicles too, so that nobody has to start three times to see them all. */
  private static String allFaults(String files, Map<String, String> settled) {
    try (RunnerSettings settings = RunnerSettings.of(files, settled)) {
      CheckReport report = CheckReport.of(settings, settings.surroundings(), Instant.now());
      return String.join(System.lineSeparator(), report.lines());
    }
  }

  private static @Nullable EmbeddedBroker startBroker(EvChargingConfig config) {
    boolean wanted = config.jms().embedded() && config.usesJms();
    return wanted
        ? EmbeddedBroker.start(
            config.dataDirectory().resolve("broker"), config.jms().embeddedPort())
        : null;
  }

  private static Main camel(
      String files,
      Map<String, String> settled,
      DataDirectory data,
      @Nullable EmbeddedBroker broker) {
    Main main =
        new Main() {
          @Override
          protected CamelContext createCamelContext() {
            CamelContext context = super.createCamelContext();
            RunnerSettings.install(context, files, settled);
            return context;
          }
        };
    // Camel's own strategy takes every end of the JVM for a SIGTERM, a failed start too.
    main.setShutdownStrategy(new SimpleMainShutdownStrategy());
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

  synchronized void start() throws IOException {
    http = HttpDoor.open(config);
    main.bind("evchargingVertx", http);
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
