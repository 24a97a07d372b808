package io.evcharging.standalone;

import io.evcharging.SinkRoutes;
import io.evcharging.config.ConfigurationException;
import io.evcharging.config.EvChargingConfig;
import io.evcharging.config.SinkConfig;
import io.evcharging.deliver.HttpSinkUri;
import io.evcharging.replay.ArchivedObservation;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;

/**
 * One sink's own routes in a process of their own, beside a program that runs, or without one. Only
 * when nothing runs and the sink is at the embedded broker does it take the data directory, and
 * starts the broker.
 */
final class SinkContext implements AutoCloseable {

  private static final String OWN_FILE = "direct:evcharging-deliver-file";

  private final Main main;
  private final ProducerTemplate template;
  private final String uri;
  private final @Nullable OwnBroker broker;

  /** The embedded broker, where nobody else runs it. */
  private record OwnBroker(DataDirectory data, EmbeddedBroker server) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      try (data) {
        server.close();
      }
    }
  }

  private SinkContext(
      Main main, ProducerTemplate template, String uri, @Nullable OwnBroker broker) {
    this.main = main;
    this.template = template;
    this.uri = uri;
    this.broker = broker;
  }

  /**
   * The configuration with this sink alone, and without what only polling needs: whoever sends
   * again need not have the tokens.
   *
   * @throws StartException with all faults
   */
  static EvChargingConfig config(String sink) {
    try (RunnerSettings settings = RunnerSettings.of(Runner.FILES, settled(sink))) {
      EvChargingConfig config = EvChargingConfig.read(settings, settings.surroundings());
      if (uri(config).equals(OWN_FILE)) {
        throw new StartException(
            EvCharging.FAULTY, "the sink " + sink + " is the archive itself: name another", null);
      }
      return config;
    } catch (ConfigurationException e) {
      throw new StartException(EvCharging.FAULTY, e.getMessage(), e);
    }
  }

  private static Map<String, String> settled(String sink) {
    Map<String, String> settled = new HashMap<>();
    settled.put("evcharging.deliver.sinks", sink);
    settled.put("evcharging.polls", "direct:evcharging-polls");
    settled.put("evcharging.observations", "direct:evcharging-observations");
    settled.put("evcharging.smartcar.access-token", "not-needed-here");
    settled.put("evcharging.smartcar.v2.auth", "static");
    settled.put("evcharging.smartcar.v3.auth", "static");
    return settled;
  }

  private static String uri(EvChargingConfig config) {
    List<SinkConfig> sinks = config.deliver().sinks();
    return sinks.isEmpty() ? "" : sinks.get(0).uri();
  }

  static SinkContext start(EvChargingConfig config, String sink) throws Exception {
    Map<String, String> settled = settled(sink);
    OwnBroker broker = config.usesJms() && config.jms().embedded() ? broker(config) : null;
    if (config.usesJms() && config.jms().embedded()) {
      settled.put(
          "evcharging.jms.broker-url", broker == null ? running(config) : broker.server().url());
    }
    Main main = main(settled);
    try {
      main.start();
      CamelContext context = main.getCamelContext();
      String uri = HttpSinkUri.of(context, uri(config));
      return new SinkContext(main, context.createProducerTemplate(), uri, broker);
    } catch (Exception e) {
      main.stop();
      if (broker != null) {
        broker.close();
      }
      throw e;
    }
  }

  private static @Nullable OwnBroker broker(EvChargingConfig config) throws IOException {
    if (DataDirectory.isInUse(config.dataDirectory())) {
      return null;
    }
    DataDirectory data = DataDirectory.lock(config.dataDirectory());
    try {
      return new OwnBroker(
          data,
          EmbeddedBroker.start(
              config.dataDirectory().resolve("broker"), config.jms().embeddedPort()));
    } catch (RuntimeException e) {
      data.close();
      throw e;
    }
  }

  /** Where the broker of the program listens that runs. */
  private static String running(EvChargingConfig config) throws IOException {
    Optional<String> announced = BrokerAccess.announced(config.dataDirectory());
    if (announced.isPresent()) {
      return announced.get();
    }
    if (config.jms().embeddedPort() == 0) {
      throw new StartException(
          "the broker of the running program has any free port: tell it by"
              + " -Devcharging.jms.broker-url=tcp://127.0.0.1:<port>, which its log names",
          null);
    }
    return "tcp://" + EmbeddedBroker.HOST + ":" + config.jms().embeddedPort();
  }

  private static Main main(Map<String, String> settled) throws Exception {
    EvChargingConfig config;
    try (RunnerSettings settings = RunnerSettings.of(Runner.FILES, settled)) {
      config = EvChargingConfig.read(settings, settings.surroundings());
    }
    Main main = new RunnerMain(Runner.FILES, settled);
    for (String door : List.of("camel.server", "camel.management", "camel.metrics")) {
      main.addOverrideProperty(door + ".enabled", "false");
    }
    main.addOverrideProperty("camel.main.name", "evcharging-replay");
    main.configure().addRoutesBuilder(new SinkRoutes(config));
    return main;
  }

  /** Delivers one, or throws why not. */
  void send(ArchivedObservation observation) throws Exception {
    Exchange sent = template.send(uri, exchange -> observation.write(exchange.getMessage()));
    Exception failure = sent.getException();
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      template.stop();
      main.stop();
    } finally {
      if (broker != null) {
        broker.close();
      }
    }
  }
}
