package io.evcharging.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** Version 2.0: vehicles, attributes, brand endpoints, the ammeter, the batch. */
final class V2Api {

  private static final int MOST_IN_BATCH = 50;

  private final Fleet fleet;
  private final Commands commands = new Commands();

  V2Api(Fleet fleet) {
    this.fleet = fleet;
  }

  /** Answers a request whose path begins with {@code v2.0}. */
  Reply answer(Request request) {
    List<String> path = request.path();
    if (request.get() && path.equals(List.of("v2.0", "user"))) {
      return Reply.json(200, Json.object().put("id", "simulator-user"));
    }
    if (path.size() < 2 || !path.get(1).equals("vehicles")) {
      throw ApiException.unknownPath();
    }
    if (path.size() == 2 && request.get()) {
      return vehicles(request);
    }
    if (path.size() < 3) {
      throw ApiException.unknownPath();
    }
    SimulatedCar car = fleet.car(path.get(2));
    if (request.get()) {
      return read(car, request.pathFrom(3), request);
    }
    if (request.post()) {
      return request.pathFrom(3).equals("batch")
          ? batch(car, request)
          : commands.take(car, request.pathFrom(3), request);
    }
    throw ApiException.unknownPath();
  }

  private Reply vehicles(Request request) {
    int limit = request.number("limit", 10, 1, 50);
    int offset = request.number("offset", 0, 0, fleet.ids().size());
    ObjectNode body = Json.object();
    ArrayNode ids = body.putArray("vehicles");
    fleet.ids().stream().skip(offset).limit(limit).forEach(ids::add);
    body.putObject("paging").put("count", fleet.ids().size()).put("offset", offset);
    return Reply.json(200, body);
  }

  private static Reply read(SimulatedCar car, String path, Request request) {
    SimulatedVehicle vehicle = car.vehicle();
    return switch (path) {
      case "" -> Reply.json(200, attributes(vehicle));
      case "vin" -> Reply.json(200, Json.object().put("vin", vin(car)));
      case "permissions" -> Reply.json(200, permissions());
      case "battery", "battery/capacity", "charge" -> reading(car, path, request);
      default -> brand(car, path, request);
    };
  }

  private static Reply brand(SimulatedCar car, String path, Request request) {
    if (!path.endsWith("/charge")) {
      throw ApiException.notCapable("This vehicle does not serve " + path + ".");
    }
    Makes.requireLowerCase(path);
    Makes.requireMake(car.vehicle(), path.substring(0, path.indexOf('/')));
    return reading(car, path, request);
  }

  private static Reply reading(SimulatedCar car, String path, Request request) {
    if (car.state().asleep()) {
      throw Makes.asleep();
    }
    CarState state = car.recorded();
    Units units = Units.of(request.header("SC-Unit-System"));
    Reply reply = Reply.json(200, body(path, car.vehicle(), state, units));
    reply = reply.with("SC-Unit-System", units.header());
    if (car.vehicle().is(Trait.NO_AGE_HEADERS)) {
      return reply;
    }
    return reply
        .with("SC-Data-Age", Json.iso(state.at()))
        .with("SC-Fetched-At", Json.iso(car.fetchedAt()));
  }

  private static ObjectNode body(
      String path, SimulatedVehicle vehicle, CarState state, Units units) {
    double percent = state.stateOfChargePercent() / 100;
    return switch (path) {
      case "battery" -> {
        double energy = percent * vehicle.batteryKilowattHours();
        double range = units.distance(energy * vehicle.kilometersPerKilowattHour());
        ObjectNode body = Json.object().put("percentRemaining", Json.decimal(percent, 2));
        yield body.put("range", Json.decimal(range, 1));
      }
      case "battery/capacity" -> Json.object().put("capacity", vehicle.batteryKilowattHours());
      case "charge" ->
          Json.object().put("state", StatusWord.of(state)).put("isPluggedIn", state.pluggedIn());
      case "tesla/charge" -> TeslaPayload.of(vehicle, state, units);
      default -> AudiPayload.of(vehicle, state, units);
    };
  }

  private static ObjectNode attributes(SimulatedVehicle vehicle) {
    ObjectNode body = Json.object().put("id", vehicle.id()).put("make", vehicle.make());
    return body.put("model", vehicle.model()).put("year", vehicle.year());
  }

  private static String vin(SimulatedCar car) {
    return "SIM" + "%014X".formatted(car.chance().bits(0, 5) & 0xFFFFFFFFFFFFFFL);
  }

  private static ObjectNode permissions() {
    ObjectNode body = Json.object();
    ArrayNode granted = body.putArray("permissions");
    granted.add("read_vehicle_info").add("read_vin").add("read_battery").add("read_charge");
    granted.add("control_charge");
    body.putObject("paging").put("count", granted.size()).put("offset", 0);
    return body;
  }

  private static Reply batch(SimulatedCar car, Request request) {
    JsonNode requests = request.json().path("requests");
    if (!requests.isArray() || requests.isEmpty() || requests.size() > MOST_IN_BATCH) {
      throw ApiException.validation("requests must be a list of 1 to " + MOST_IN_BATCH + ".");
    }
    ObjectNode body = Json.object();
    ArrayNode responses = body.putArray("responses");
    for (JsonNode each : requests) {
      String path = each.path("path").asText();
      ObjectNode response = responses.addObject().put("path", path);
      String plain = String.join("/", Request.segments(path));
      try {
        Reply reply = read(car, plain, request);
        response.put("code", reply.status()).set("body", reply.bodyNode());
        ObjectNode headers = response.putObject("headers");
        reply.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
      } catch (ApiException e) {
        response.put("code", e.status()).set("body", Generation.V2.error(e, request.id()));
        response.putObject("headers");
      }
    }
    return Reply.json(200, body);
  }
}
