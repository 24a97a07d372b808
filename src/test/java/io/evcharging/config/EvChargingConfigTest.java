package io.evcharging.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.source.ChargeSource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvChargingConfigTest {

  @Test
  void shouldAcceptThePackagedDefaultsAndAToken() {
    EvChargingConfig config = EvChargingConfig.read(MapSettings.valid(), Surroundings.unseen(true));

    assertEquals(URI.create("https://api.smartcar.com/v2.0"), config.smartcar().apiUrl());
    assertEquals(Duration.ofMinutes(5), config.smartcar().responseTimeout());
    assertEquals(new HttpConfig("127.0.0.1", 8080), config.http());
    assertEquals(Path.of("data", "observations"), config.deliver().file().directory());
    assertTrue(config.channels().polls().endsWith("concurrentConsumers=8"));
    assertEquals(
        List.of("file", "jms"), config.deliver().sinks().stream().map(SinkConfig::name).toList());
    assertTrue(config.jms().embedded());
  }

  @Test
  void shouldPollTheBrandEndpointsAndTheListByDefault() {
    PollConfig poll = EvChargingConfig.read(MapSettings.valid(), Surroundings.unseen(true)).poll();

    assertEquals(
        List.of(ChargeSource.TESLA_CHARGE, ChargeSource.AUDI_CHARGE, ChargeSource.CHARGE_SIGNALS),
        poll.sources().keySet().stream().filter(poll::enabled).toList());
  }

  @Test
  void shouldNameAllFaultsAtOnce() {
    MapSettings settings =
        new MapSettings()
            .with("evcharging.http.port", "99999")
            .with("evcharging.poll.tesla-charge.schedule", "every hour")
            .with("evcharging.poll.tesla-charg.enabled", "true")
            .with("evcharging.deliver.sinks", "file,kafka,rest");

    ConfigurationException faults = faults(settings);

    assertEquals(
        List.of(
            "evcharging.smartcar.access-token",
            "evcharging.http.port",
            "evcharging.poll.tesla-charge.schedule",
            "evcharging.deliver.kafka.uri",
            "evcharging.deliver.rest.url",
            "evcharging.poll.tesla-charg.enabled"),
        faults.faults().stream().map(Fault::where).toList());
    List<String> lines = faults.getMessage().lines().toList();
    assertEquals("The configuration has 6 faults:", lines.get(0));
    assertEquals("  evcharging.http.port = «99999»: a whole number from 0 to 65535", lines.get(2));
    assertTrue(lines.get(3).contains("Illegal characters"), lines.get(3));
    assertTrue(
        lines.get(6).endsWith("did you mean evcharging.poll.tesla-charge.enabled?"), lines.get(6));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "evcharging.smartcar.api-url | ftp://api.smartcar.com",
        "evcharging.smartcar.api-url | https://user:word@api.smartcar.com/v2.0",
        "evcharging.smartcar.api-url | https:///v2.0",
        "evcharging.smartcar.api-url | https://api.smartcar.com/v2.0/",
        "evcharging.smartcar.vehicle-url | https://api.smartcar.com/v3?a=b",
        "evcharging.smartcar.connect-timeout | 10",
        "evcharging.smartcar.connect-timeout | 10 s",
        "evcharging.smartcar.connect-timeout | 0s",
        "evcharging.smartcar.response-timeout | 2h",
        "evcharging.smartcar.max-answer-bytes | 4 MB",
        "evcharging.http.port | -1",
        "evcharging.http.port | 99999999999999999999",
        "evcharging.http.port | '8080 '",
        "evcharging.poll.concurrency | 0",
        "evcharging.poll.concurrency | 5001",
        "evcharging.poll.threads | 0",
        "evcharging.poll.client | http",
        "evcharging.poll.time-zone | UTC+2",
        "evcharging.poll.charge-voltage.enabled | yes",
        "evcharging.poll.charge-voltage.schedule | 0 0 * * *",
        "evcharging.polls | ''",
        "evcharging.observations | nowhere",
        "evcharging.observations | evcharging-jms:queue:observations",
        "evcharging.data-directory.quota | 1000",
        "evcharging.data-directory.when-full | explode",
        "evcharging.deliver.file.retry-for | 0s",
        "evcharging.deliver.sinks | File",
        "evcharging.deliver.sinks | file,file",
        "evcharging.deliver.sinks | file,,jms",
        "evcharging.deliver.file.uri | somewhere",
        "evcharging.deliver.retry-delay-max | 999ms",
        "evcharging.deliver.jms.destination | observations",
        "evcharging.deliver.rest.url | localhost:80",
        "evcharging.jms.broker-url | localhost",
        "evcharging.jms.connections | many",
      })
  void shouldRefuse(String key, String value) {
    ConfigurationException faults = faults(MapSettings.valid().with(key, value));

    assertEquals(List.of(key), faults.faults().stream().map(Fault::where).toList());
  }

  @Test
  void shouldTellAHostThatOnlyTheRunnerHasABroker() {
    ConfigurationException faults =
        assertThrows(
            ConfigurationException.class, () -> EvChargingConfig.read(MapSettings.valid()));

    assertEquals(
        "evcharging.jms.broker-url = «embedded»: only the standalone runner has a broker inside:"
            + " name yours, such as tcp://host:61616, or use neither the sink jms nor a URI"
            + " evcharging-jms:",
        faults.faults().get(0).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evcharging.polls", "evcharging.observations", "evcharging.deliver.file.uri"})
  void shouldNeedABrokerForEachUriThatNamesIt(String key) {
    MapSettings settings =
        MapSettings.inAHost()
            .with("evcharging.deliver.sinks", "file")
            .with(key, "evcharging-jms:topic:some");

    assertTrue(EvChargingConfig.read(settings, Surroundings.unseen(true)).usesJms());
    ConfigurationException faults =
        assertThrows(ConfigurationException.class, () -> EvChargingConfig.read(settings));
    assertEquals("evcharging.jms.broker-url", faults.faults().get(0).where());
    settings.with(key, "direct:some");
    assertFalse(EvChargingConfig.read(settings).usesJms());
  }

  @ParameterizedTest
  @CsvSource({
    "evcharging.smartcar.acess-token, evcharging.smartcar.access-token",
    "evcharging.deliver.sink, evcharging.deliver.sinks",
    "evcharging.http.prot, evcharging.http.port",
  })
  void shouldGuessWhatWasMeant(String written, String meant) {
    String message = faults(MapSettings.valid().with(written, "x")).getMessage();

    assertTrue(message.contains("did you mean " + meant + "?"), message);
  }

  @Test
  void shouldNameWhatIsMissingAroundItTogetherWithItsOwnFaults() {
    MapSettings settings =
        MapSettings.valid()
            .with("evcharging.polls", "nats:polls?password=secret")
            .with("evcharging.observations", "amqp:observations")
            .with("evcharging.deliver.queue-size", "many")
            .with("evcharging.deliver.sinks", "file,kafka")
            .with("evcharging.deliver.file.uri", "direct:files")
            .with("evcharging.deliver.kafka.uri", "kafka:observations");

    ConfigurationException faults =
        assertThrows(
            ConfigurationException.class, () -> EvChargingConfig.read(settings, new Nothing()));

    assertEquals(
        """
        The configuration has 7 faults:
          evcharging.data-directory = «data»: not there
          evcharging.routes = «classpath:io/evcharging/routes/*.camel.yaml»: names no file, and routes/*.camel.yaml are needed
          evcharging.observations = «amqp:observations»: there is no Camel component amqp, is its jar there?
          evcharging.polls = «nats:polls?…»: there is no Camel component nats, is its jar there?
          evcharging.deliver.kafka.uri = «kafka:observations»: there is no Camel component kafka, is its jar there?
          evcharging.deliver.queue-size = «many»: a whole number from 1 to 1000000
          evcharging.deliver.file.directory = «data/observations»: not there""",
        faults.getMessage());
  }

  /** Surroundings with Camel's own component direct. */
  private static final class Nothing implements Surroundings {

    @Override
    public boolean hasBroker() {
      return false;
    }

    @Override
    public boolean hasComponent(String scheme) {
      return scheme.equals("direct");
    }

    @Override
    public boolean hasFiles(String pattern) {
      return false;
    }

    @Override
    public Optional<String> obstacle(Path folder) {
      return Optional.of("not there");
    }
  }

  private static ConfigurationException faults(Settings settings) {
    return assertThrows(
        ConfigurationException.class,
        () -> EvChargingConfig.read(settings, Surroundings.unseen(true)));
  }
}
