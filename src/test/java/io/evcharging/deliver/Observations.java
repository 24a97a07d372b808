package io.evcharging.deliver;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;

/** Puts observations on the observations channel, as normalise does. */
final class Observations {

  private Observations() {}

  static String id(int number) {
    return new UUID(1, number).toString();
  }

  static String json(int number) {
    return "{\"id\":\"%s\",\"vehicle\":{\"id\":\"veh-ü\"}}".formatted(id(number));
  }

  static void send(CamelContext context, int... numbers) throws Exception {
    sendOf("veh-ü", context, numbers);
  }

  static void sendOf(String vehicle, CamelContext context, int... numbers) throws Exception {
    try (ProducerTemplate template = context.createProducerTemplate()) {
      for (int number : numbers) {
        template.sendBodyAndHeaders(
            "direct:evcharging-deliver-accept",
            json(number).getBytes(StandardCharsets.UTF_8),
            Map.of(
                "ce-specversion", "1.0",
                "ce-id", id(number),
                "ce-source", "/evcharging/tesla-charge",
                "ce-type", "io.evcharging.observation.v1",
                "ce-subject", vehicle,
                "ce-time", "2026-11-20T08:15:00Z",
                "Content-Type", "application/json",
                "evchargingVehicle", vehicle,
                "evchargingBrand", "TESLA",
                "evchargingState", "CHARGING"));
      }
    }
  }
}
