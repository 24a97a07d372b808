package io.evcharging.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evcharging.simulator.SignalsPayload.Signal;
import io.evcharging.simulator.SignalsPayload.SignalError;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Version 3: connections, and the signals of a vehicle. */
final class V3Api {

  private final Fleet fleet;
  private final boolean contentTypeRequired;
  private final int maxPageSize;

  V3Api(Fleet fleet, boolean contentTypeRequired, int maxPageSize) {
    this.fleet = fleet;
    this.contentTypeRequired = contentTypeRequired;
    this.maxPageSize = maxPageSize;
  }

  /** Answers a request whose path begins with {@code v3}. */
  Reply answer(Request request) {
    List<String> path = request.path();
    if (!request.get() || path.size() < 2) {
      throw ApiException.unknownPath();
    }
    requireContentType(request);
    if (path.size() == 2 && path.get(1).equals("connections")) {
      return connections(request);
    }
    if (path.size() < 3 || !path.get(1).equals("vehicles")) {
      throw ApiException.unknownPath();
    }
    SimulatedCar car = fleet.car(path.get(2));
    requireUser(car.vehicle(), request);
    if (path.size() == 3) {
      return Reply.json(200, Json.object().set("data", vehicle(car.vehicle())));
    }
    if (!path.get(3).equals("signals") || path.size() > 5) {
      throw ApiException.unknownPath();
    }
    return path.size() == 4 ? list(car, request) : single(car, path.get(4), request);
  }

  // Seen on the real API: without it, 404.
  private void requireContentType(Request request) {
    String type = request.header("Content-Type");
    if (contentTypeRequired && (type == null || !type.startsWith("application/json"))) {
      throw new ApiException(
          404,
          "RESOURCE_NOT_FOUND",
          "PATH",
          "Version 3 wants Content-Type: application/json, also on GET.");
    }
  }

  private static void requireUser(SimulatedVehicle vehicle, Request request) {
    String wanted = vehicle.userId();
    String user = request.header("sc-user-id");
    if (wanted != null && user == null) {
      throw ApiException.validation("The header sc-user-id is missing.");
    }
    if (wanted != null && !wanted.equals(user)) {
      throw new ApiException(403, "PERMISSION", null, "The user has no such vehicle.");
    }
  }

  private Reply list(SimulatedCar car, Request request) {
    boolean empty = car.vehicle().is(Trait.EMPTY_SIGNALS);
    List<Signal> signals = empty ? List.of() : payload(car, request).all();
    Page page = Page.of(request, maxPageSize);
    ObjectNode body = Json.object();
    ArrayNode data = body.putArray("data");
    page.of(signals).forEach(signal -> data.add(signal.node()));
    page.describe(body, request, signals.size());
    body.putObject("included").set("vehicle", vehicle(car.vehicle()));
    Reply reply = Reply.json(200, body);
    Comparator<Instant> byTime = Comparator.naturalOrder();
    return signals.stream()
        .map(Signal::recordedAt)
        .max(byTime)
        .map(newest -> aged(reply, car, newest, request))
        .orElse(reply);
  }

  private Reply single(SimulatedCar car, String code, Request request) {
    ChargeSignal known = ChargeSignal.byCode(code).orElseThrow(() -> noSignal(code));
    if (car.vehicle().is(Trait.EMPTY_SIGNALS)) {
      throw noSignal(code);
    }
    Signal signal = payload(car, request).of(known);
    ObjectNode body =
        switch (car.shape()) {
          case BARE -> bare(signal);
          case WRAPPED -> Json.object().set("body", bare(signal));
          case SIGNAL -> signal.node();
          case ENVELOPE -> {
            ObjectNode envelope = Json.object().set("data", signal.node());
            envelope.putObject("included").set("vehicle", vehicle(car.vehicle()));
            yield envelope;
          }
        };
    return aged(Reply.json(200, body), car, signal.recordedAt(), request);
  }

  // A bare body has no place for a status: there an error is one of HTTP.
  private static ObjectNode bare(Signal signal) {
    SignalError error = signal.error();
    if (error != null) {
      throw new ApiException(error.status, error.type, error.code, "The signal has no value.");
    }
    return signal.body();
  }

  private static ApiException noSignal(String code) {
    return new ApiException(
        404, "RESOURCE_NOT_FOUND", "SIGNAL", "There are no data of the signal " + code + " yet.");
  }

  private SignalsPayload payload(SimulatedCar car, Request request) {
    return new SignalsPayload(car, Units.of(request.header("SC-Unit-System")));
  }

  private Reply aged(Reply reply, SimulatedCar car, Instant recordedAt, Request request) {
    Reply inUnits =
        reply.with("SC-Unit-System", Units.of(request.header("SC-Unit-System")).header());
    if (car.vehicle().is(Trait.NO_AGE_HEADERS)) {
      return inUnits;
    }
    return inUnits
        .with("SC-Data-Age", Json.iso(recordedAt))
        .with("SC-Fetched-At", Json.iso(car.fetchedAt()));
  }

  private Reply connections(Request request) {
    List<SimulatedCar> cars = List.copyOf(fleet.cars());
    Page page = Page.of(request, maxPageSize);
    ObjectNode body = Json.object();
    ArrayNode data = body.putArray("data");
    page.of(cars).forEach(car -> data.add(connection(car.vehicle())));
    page.describe(body, request, cars.size());
    return Reply.json(200, body);
  }

  private static ObjectNode connection(SimulatedVehicle vehicle) {
    ObjectNode node = Json.object().put("id", "connection-" + vehicle.id());
    node.put("type", "connection");
    ObjectNode attributes = node.putObject("attributes");
    attributes.set("vehicle", about(vehicle));
    attributes.putArray("permissions").add("read_charge").add("control_charge");
    String user = vehicle.userId() == null ? "simulator-user" : vehicle.userId();
    attributes.putObject("user").put("id", user);
    ObjectNode relationships = node.putObject("relationships");
    related(relationships, "user", user);
    related(relationships, "vehicle", vehicle.id());
    return node;
  }

  private static void related(ObjectNode relationships, String type, String id) {
    relationships.putObject(type).putObject("data").put("id", id).put("type", type);
  }

  private static ObjectNode vehicle(SimulatedVehicle vehicle) {
    ObjectNode node = Json.object().put("id", vehicle.id()).put("type", "vehicle");
    node.set("attributes", about(vehicle).put("powertrainType", "BEV"));
    return node;
  }

  private static ObjectNode about(SimulatedVehicle vehicle) {
    ObjectNode node = Json.object().put("make", vehicle.make()).put("model", vehicle.model());
    return node.put("year", vehicle.year()).put("mode", "live");
  }
}
