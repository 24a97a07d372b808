package io.evcharging.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** {@code GET /simulator/status}: what every car does now, and what was asked so far. */
final class StatusPage {

  private final Fleet fleet;
  private final FaultScript ofAll;
  private final CallLog calls;
  private final SimulatorSettings settings;

  StatusPage(Fleet fleet, FaultScript ofAll, CallLog calls, SimulatorSettings settings) {
    this.fleet = fleet;
    this.ofAll = ofAll;
    this.calls = calls;
    this.settings = settings;
  }

  /** The first hundred cars, unless {@code limit} and {@code offset} say otherwise. */
  Reply answer(Request request) {
    int limit = request.number("limit", 100, 1, 10_000);
    int offset = request.number("offset", 0, 0, fleet.ids().size());
    ObjectNode body = Json.object();
    body.put("now", Json.iso(settings.clock().instant())).put("speed", settings.speed());
    body.put("seed", settings.seed()).put("vehicleCount", fleet.ids().size());
    ObjectNode counts = body.putObject("calls").put("total", calls.total());
    ObjectNode byStatus = counts.putObject("byStatus");
    calls.byStatus().forEach((status, count) -> byStatus.put(String.valueOf(status), count));
    body.put("faultsWaiting", ofAll.waiting());
    ArrayNode vehicles = body.putArray("vehicles");
    fleet.cars().stream().skip(offset).limit(limit).forEach(car -> vehicles.add(line(car)));
    return Reply.of(200, "application/json; charset=utf-8", Json.pretty(body), Map.of());
  }

  private ObjectNode line(SimulatedCar car) {
    SimulatedVehicle vehicle = car.vehicle();
    CarState state = car.state();
    ObjectNode line = Json.object().put("id", vehicle.id());
    line.put("make", vehicle.make()).put("model", vehicle.model());
    line.put("doing", state.phase().name().toLowerCase(Locale.ROOT));
    line.put("asleep", state.asleep());
    line.put("percent", Json.decimal(state.stateOfChargePercent(), 1));
    line.put("limitPercent", vehicle.limitPercent());
    line.put("amps", state.amps()).put("watts", Json.decimal(state.watts(), 0));
    line.put("addedKilowattHours", Json.decimal(state.energyAddedKilowattHours(), 2));
    Instant completesAt = state.completesAt();
    if (completesAt != null) {
      line.put("completesAt", Json.iso(completesAt));
    }
    ObjectNode paths = line.putObject("calls");
    calls.byPath(vehicle.id()).forEach((path, count) -> paths.put("/" + path, count));
    return line.put("faultsWaiting", car.faults().waiting());
  }
}
