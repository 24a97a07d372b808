package com.example.charging;

import io.evcharging.canonical.ChargingObservation;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Receives every observation: the application's own route, at the address of its sink. */
@Component
public class ChargingRoute extends RouteBuilder {

  @Override
  public void configure() {
    from("direct:charging")
        .routeId("charging")
        .process(exchange -> exchange.setVariable("power", power(exchange)))
        .log("${header.evchargingBrand} ${header.evchargingVehicle} ${header.evchargingState}, power ${variable.power}")
        .log("${bodyAs(String)}");
  }

  /** The body is JSON; in the same process the record travels with it. */
  private static String power(Exchange exchange) {
    ChargingObservation observation =
        exchange.getProperty("evcharging.observation", ChargingObservation.class);
    boolean known = observation.electrical() != null && observation.electrical().powerWatts() != null;
    return known ? observation.electrical().powerWatts() + " W" : "unknown";
  }
}
