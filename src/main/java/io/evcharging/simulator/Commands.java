package io.evcharging.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The commands of version 2.0: the current of a Tesla, starting and stopping of any car. */
final class Commands {

  private static final BigDecimal MOST = BigDecimal.valueOf(10_000);

  Reply take(SimulatedCar car, String path, Request request) {
    if (path.endsWith("/charge/ammeter")) {
      Makes.requireLowerCase(path);
      return ammeter(car, path.substring(0, path.indexOf('/')), request);
    }
    if (path.equals("charge")) {
      return charge(car, request);
    }
    throw ApiException.notCapable("This vehicle does not take " + path + ".");
  }

  private static Reply ammeter(SimulatedCar car, String make, Request request) {
    if (!make.equals("tesla") || !car.vehicle().makeInPath().equals(make)) {
      throw ApiException.notCapable("This vehicle has no ammeter.");
    }
    int amps = amps(request.json());
    requireReady(car);
    Order order = car.take(Order.Kind.AMPERAGE, amps);
    return done("Successfully sent the following amperage: " + order.acceptedAmps());
  }

  private static Reply charge(SimulatedCar car, Request request) {
    String action = request.json().path("action").asText();
    if (!action.equals("START") && !action.equals("STOP")) {
      throw ApiException.validation("action must be START or STOP.");
    }
    requireReady(car);
    car.take(Order.Kind.valueOf(action), 0);
    return done("Successfully sent request to vehicle");
  }

  private static void requireReady(SimulatedCar car) {
    CarState state = car.state();
    if (state.asleep()) {
      throw Makes.asleep();
    }
    if (!state.pluggedIn()) {
      throw Makes.state("CHARGING_PLUG_NOT_CONNECTED", "The vehicle is not plugged in.");
    }
  }

  // The official Java client can send text only, so a number in quotes is taken as well.
  private static int amps(ObjectNode body) {
    JsonNode value = body.path("amperage");
    if (!value.isNumber() && !value.isTextual()) {
      throw ApiException.validation("amperage must be a number.");
    }
    BigDecimal amps;
    try {
      amps = new BigDecimal(value.asText().strip());
    } catch (NumberFormatException e) {
      throw ApiException.validation("amperage must be a number.");
    }
    if (amps.compareTo(BigDecimal.ONE) < 0) {
      throw ApiException.validation("amperage must be 1 or more.");
    }
    // Whole amps only: the rest is cut off, and the message tells.
    return amps.min(MOST).setScale(0, RoundingMode.DOWN).intValueExact();
  }

  private static Reply done(String message) {
    return Reply.json(200, Json.object().put("message", message).put("status", "success"));
  }
}
