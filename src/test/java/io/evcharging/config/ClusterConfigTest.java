package io.evcharging.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterConfigTest {

  private final MapSettings settings =
      MapSettings.valid().with("evcharging.cluster.enabled", "true");

  private EvChargingConfig read() {
    return EvChargingConfig.read(settings, Surroundings.unseen(true));
  }

  private List<String> faults() {
    return assertThrows(ConfigurationException.class, this::read).faults().stream()
        .map(Fault::where)
        .toList();
  }

  private void share() {
    settings
        .with("evcharging.state.url", "jdbc:postgresql://db:5432/evcharging")
        .with("evcharging.jms.broker-url", "tcp://broker:61616")
        .with("evcharging.polls", "evcharging-jms:queue:polls");
  }

  @Test
  void shouldDemandABrokerATableAndAQueueThatAllNodesShare() {
    assertEquals(
        List.of("evcharging.state.url", "evcharging.jms.broker-url", "evcharging.polls"), faults());
  }

  @Test
  void shouldDemandAChannelThatOutlivesANode() {
    share();
    settings.with("evcharging.observations", "direct:evcharging-observations");
    assertEquals(List.of("evcharging.observations"), faults());
    settings.with("evcharging.observations", "kafka:observations?brokers=kafka:9092");
    assertTrue(read().cluster().enabled());
  }

  @Test
  void shouldTakeNoLoginInTheUrlAndTellNoPassword() {
    share();
    settings.with("evcharging.state.password", "s3cr3t");
    assertFalse(read().toString().contains("s3cr3t"));
    settings.with("evcharging.state.url", "jdbc:postgresql://db/x?password=s3cr3t");
    assertEquals(List.of("evcharging.state.url"), faults());
    ConfigurationException told = assertThrows(ConfigurationException.class, this::read);
    assertFalse(String.valueOf(told.getMessage()).contains("s3cr3t"));
  }

  @Test
  void shouldWaitLongerForTheSocketThanForTheStatement() {
    settings.with("evcharging.cluster.enabled", "false");
    settings.with("evcharging.state.statement-timeout", "30s");
    assertEquals(List.of("evcharging.state.socket-timeout"), faults());
  }
}
