package io.evcharging.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliverConfigTest {

  @Test
  void shouldTakeAnySinkWithAUri() {
    MapSettings settings =
        MapSettings.inAHost()
            .with("evcharging.deliver.sinks", "kafka-eu, file")
            .with("evcharging.deliver.kafka-eu.retry-for", "1h")
            .with("evcharging.deliver.kafka-eu.uri", "kafka:observations?brokers=localhost:9092");

    DeliverConfig deliver = EvChargingConfig.read(settings).deliver();

    assertEquals(
        new SinkConfig(
            "kafka-eu", "kafka:observations?brokers=localhost:9092", Duration.ofHours(1)),
        deliver.sinks().get(0));
    assertEquals(Duration.ofDays(3), deliver.sinks().get(1).retryFor());
    assertTrue(deliver.hasSink("file"));
    assertFalse(deliver.hasSink("jms"));
  }

  @Test
  void shouldAcceptAHostThatListsNoSink() {
    MapSettings settings = MapSettings.inAHost().with("evcharging.deliver.sinks", "");

    assertEquals(List.of(), EvChargingConfig.read(settings).deliver().sinks());
  }

  @Test
  void shouldKeepTheOrderOfTheHeaders() {
    MapSettings settings =
        MapSettings.valid()
            .with("evcharging.deliver.rest.headers", "X-B: 2|Authorization: Bearer a:b=|A:1");

    Map<String, String> headers =
        EvChargingConfig.read(settings, Surroundings.unseen(true)).deliver().rest().headers();

    assertEquals(List.of("X-B", "Authorization", "A"), List.copyOf(headers.keySet()));
    assertEquals("Bearer a:b=", headers.get("Authorization"));
  }
}
