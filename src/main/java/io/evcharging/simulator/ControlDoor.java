package io.evcharging.simulator;

import java.util.List;

/** {@code /simulator/…}: what the fleet does, and faults on order. Orders only from loopback. */
final class ControlDoor {

  private final Fleet fleet;
  private final FaultScript ofAll;
  private final StatusPage status;

  ControlDoor(Fleet fleet, FaultScript ofAll, CallLog calls, SimulatorSettings settings) {
    this.fleet = fleet;
    this.ofAll = ofAll;
    this.status = new StatusPage(fleet, ofAll, calls, settings);
  }

  Reply answer(Request request) {
    List<String> path = request.path();
    if (request.get() && path.equals(List.of("simulator", "status"))) {
      return status.answer(request);
    }
    if (path.equals(List.of("simulator", "faults"))) {
      return faults(ofAll, request);
    }
    boolean ofOne =
        path.size() == 4 && path.get(1).equals("vehicles") && path.get(3).equals("faults");
    if (!ofOne) {
      throw ApiException.unknownPath();
    }
    return faults(fleet.car(path.get(2)).faults(), request);
  }

  private static Reply faults(FaultScript script, Request request) {
    if (!request.loopback()) {
      throw new ApiException(403, "PERMISSION", null, "Faults are ordered from loopback only.");
    }
    if (request.post()) {
      requireJson(request);
      FaultReader.read(request.json(), script);
    } else if (request.method().equals("DELETE")) {
      script.clear();
    } else if (!request.get()) {
      throw ApiException.unknownPath();
    }
    return Reply.json(200, Json.object().put("waiting", script.waiting()));
  }

  // A web page in somebody's browser cannot send this type to another origin unasked.
  private static void requireJson(Request request) {
    String type = request.header("Content-Type");
    if (type == null || !type.startsWith("application/json")) {
      throw new ApiException(
          415, "VALIDATION", null, "The body's Content-Type must be application/json.");
    }
  }
}
