package io.evcharging.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evcharging.simulator.CarState.Phase;
import java.time.Instant;

/** The body of {@code GET /vehicles/{id}/audi/charge}, in the maker's own words. */
final class AudiPayload {

  private AudiPayload() {}

  static ObjectNode of(SimulatedVehicle vehicle, CarState state, Units units) {
    Instant completesAt = state.completesAt();
    ObjectNode body = Json.object();
    body.put("chargingStatus", StatusWord.of(state));
    if (vehicle.is(Trait.PLUG_UNKNOWN)) {
      body.putNull("isPluggedIn");
    } else {
      body.put("isPluggedIn", state.pluggedIn());
    }
    body.put("chargeRate", Json.decimal(units.distance(state.rangeRateKilometersPerHour()), 0));
    body.put("chargeType", !state.charging() ? "off" : vehicle.charger().dc() ? "dc" : "ac");
    body.put("chargePortColor", color(state));
    body.put("chargePortLatch", state.pluggedIn() ? "locked" : "unlocked");
    body.put("completionTime", completesAt == null ? null : Json.iso(completesAt));
    body.put("chargeMode", vehicle.habit().timed() ? "timer" : "manual");
    body.put("socLimit", Json.decimal(vehicle.limitPercent() / 100.0, 2));
    body.put("externalPowerStatus", power(state));
    body.put("wattage", Json.decimal(state.watts() / 1000, 3));
    return body;
  }

  private static String color(CarState state) {
    return state.charging() || state.phase() == Phase.COMPLETE ? "green" : "none";
  }

  private static String power(CarState state) {
    return state.charging() ? "active" : state.pluggedIn() ? "ready" : "unavailable";
  }
}
