package io.evcharging.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evcharging.testing.ObservationSchema;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;

/** A host's own route, which the observations come to. */
final class Charging extends RouteBuilder {

  static final String URI = "direct:charging";

  private static final JsonMapper JSON = new JsonMapper();

  private final BlockingQueue<byte[]> observations = new LinkedBlockingQueue<>();

  @Override
  public void configure() {
    from(URI)
        .routeId("charging")
        .process(exchange -> observations.add(exchange.getMessage().getBody(byte[].class)));
  }

  /** Waits for one observation of each brand, and holds them to the schema. */
  void assertSeesBothBrands() throws Exception {
    Set<String> brands = new TreeSet<>();
    while (brands.size() < 2) {
      byte[] observation = observations.poll(30, TimeUnit.SECONDS);
      assertNotNull(observation, "no observation came but of " + brands);
      ObservationSchema.assertValid(observation);
      JsonNode json = JSON.readTree(observation);
      assertEquals("io.evcharging.observation.v1", json.path("type").asText());
      brands.add(json.at("/vehicle/brand").asText());
    }
    assertEquals(Set.of("AUDI", "TESLA"), brands);
  }
}
