package io.evcharging.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evcharging.simulator.CarState.Phase;
import java.time.Instant;

/** The body of {@code GET /vehicles/{id}/tesla/charge}, in the maker's own words. */
final class TeslaPayload {

  private static final String NOTHING = "<invalid>";
  private static final double PERCENT = 100;

  private TeslaPayload() {}

  static ObjectNode of(SimulatedVehicle vehicle, CarState state, Units units) {
    boolean streaming = vehicle.is(Trait.STREAMING);
    ObjectNode body = Json.object();
    current(body, vehicle, state);
    limits(body, vehicle);
    body.put("amperageRequested", state.requestedAmps());
    body.put("energyAdded", Json.decimal(state.energyAddedKilowattHours(), 2));
    if (streaming) {
      body.putNull("chargeRate");
      body.putNull("amperageMaxCharger");
    } else {
      double range = state.energyAddedKilowattHours() * vehicle.kilometersPerKilowattHour();
      body.put("rangeAddedRated", Json.decimal(units.distance(range), 3));
      body.put("rangeAddedIdeal", Json.decimal(units.distance(range), 3));
      body.put("chargeRate", Json.decimal(units.distance(state.rangeRateKilometersPerHour()), 1));
      body.put("amperageMaxCharger", vehicle.charger().maxAmps());
      body.put("chargePortColor", color(state));
    }
    port(body, vehicle, state);
    fastCharger(body, vehicle, state);
    return body;
  }

  private static void current(ObjectNode body, SimulatedVehicle vehicle, CarState state) {
    Instant completesAt = state.completesAt();
    body.put("amperage", state.amps());
    body.put("completionTime", completesAt == null ? null : Json.iso(completesAt));
    body.put("wattage", Json.decimal(state.watts() / 1000, 3));
    body.put("voltage", state.charging() ? state.volts() : state.pluggedIn() ? 2 : 1);
    body.put("isPluggedIn", state.pluggedIn());
    body.put("state", StatusWord.of(state));
    body.put("amperageMaxVehicle", vehicle.maxAmps());
  }

  private static void limits(ObjectNode body, SimulatedVehicle vehicle) {
    body.put("socLimit", Json.decimal(vehicle.limitPercent() / PERCENT, 2));
    body.put("socLimitMax", 1);
    body.put("socLimitMin", Json.decimal(0.5, 2));
    body.put("socLimitDefault", Json.decimal(0.8, 2));
  }

  private static void port(ObjectNode body, SimulatedVehicle vehicle, CarState state) {
    boolean european = vehicle.charger().volts() >= 200;
    body.put("connector", !state.pluggedIn() ? NOTHING : european ? "IEC" : "SAE");
    body.put("chargePortOpen", state.pluggedIn());
    // Engaged on an empty port too: the latch says nothing about a cable.
    body.put("chargePortLatch", "Engaged");
    int phases = vehicle.charger().phases();
    if (state.pluggedIn() && phases > 0) {
      // The maker counts three phases as two.
      body.put("chargerPhases", phases == 3 ? 2 : phases);
    } else {
      body.putNull("chargerPhases");
    }
  }

  private static void fastCharger(ObjectNode body, SimulatedVehicle vehicle, CarState state) {
    boolean present = state.pluggedIn() && vehicle.charger().dc();
    boolean wired = state.pluggedIn() && !present;
    body.put("fastChargerPresent", present);
    body.put("fastChargerType", present ? "Supercharger" : wired ? "ACSingleWireCAN" : NOTHING);
    body.put("fastChargerBrand", present ? "Tesla" : NOTHING);
  }

  private static String color(CarState state) {
    return state.charging() || state.phase() == Phase.COMPLETE
        ? "Green"
        : state.pluggedIn() ? "Blue" : NOTHING;
  }
}
