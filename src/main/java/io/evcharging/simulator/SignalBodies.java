package io.evcharging.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evcharging.simulator.CarState.Phase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

/** The bodies of the charge signals, in their documented form. */
final class SignalBodies {

  private static final int RECORDS = 3;
  private static final List<String> EVERY_DAY =
      List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");

  private SignalBodies() {}

  static ObjectNode of(ChargeSignal signal, SimulatedCar car, CarState state, Units units) {
    SimulatedVehicle vehicle = car.vehicle();
    Charger charger = vehicle.charger();
    boolean fast = state.pluggedIn() && charger.dc();
    return switch (signal) {
      case AMPERAGE -> number(state.amps(), "ampere");
      case AMPERAGE_MAX -> number(vehicle.attainableAmps(), "ampere");
      case AMPERAGE_REQUESTED -> number(state.requestedAmps(), "ampere");
      case CHARGE_LIMITS -> limits(vehicle);
      case CHARGE_PORT_STATUS_COLOR -> text(color(state));
      case CHARGE_RATE -> rate(state, units);
      case CHARGE_RECORDS -> records(car, state);
      case CHARGER_PHASES -> Json.object().put("value", Math.max(1, charger.phases()));
      case CHARGE_TIMERS -> timers(vehicle.habit());
      case CHARGING_CONNECTOR_TYPE -> text(charger.volts() >= 200 ? "CCS" : "J1772");
      case DETAILED_CHARGING_STATUS -> text(StatusWord.of(state));
      case ENERGY_ADDED -> number(Json.decimal(state.energyAddedKilowattHours(), 2), "kWh");
      case FAST_CHARGER_TYPE -> fast ? text("CCS") : Json.object().putNull("value");
      case IS_CHARGING -> flag(state.charging());
      case IS_CHARGING_CABLE_CONNECTED, IS_CHARGING_CABLE_LATCHED, IS_CHARGING_PORT_FLAP_OPEN ->
          flag(state.pluggedIn());
      case IS_FAST_CHARGER_PRESENT -> flag(fast);
      case TIME_TO_COMPLETE -> minutes(state);
      case VOLTAGE -> number(state.volts(), "volts");
      case WATTAGE -> number(Json.decimal(state.watts(), 0), "watts");
    };
  }

  private static ObjectNode number(int value, String unit) {
    return Json.object().put("value", value).put("unit", unit);
  }

  private static ObjectNode number(BigDecimal value, String unit) {
    return Json.object().put("value", value).put("unit", unit);
  }

  private static ObjectNode text(String value) {
    return Json.object().put("value", value);
  }

  private static ObjectNode flag(boolean value) {
    return Json.object().put("value", value);
  }

  private static ObjectNode rate(CarState state, Units units) {
    BigDecimal rate = Json.decimal(units.distance(state.rangeRateKilometersPerHour()), 1);
    return number(rate, units == Units.METRIC ? "km/h" : "mph");
  }

  private static ObjectNode minutes(CarState state) {
    Instant completesAt = state.completesAt();
    if (completesAt == null) {
      return Json.object().putNull("value").putNull("unit");
    }
    long seconds = Duration.between(state.at(), completesAt).toSeconds();
    return Json.object().put("value", (seconds + 59) / 60).put("unit", "min");
  }

  private static String color(CarState state) {
    return state.charging() || state.phase() == Phase.COMPLETE
        ? "Green"
        : state.pluggedIn() ? "Blue" : "Off";
  }

  private static ObjectNode limits(SimulatedVehicle vehicle) {
    ObjectNode body = Json.object().put("activeLimit", vehicle.limitPercent());
    body.putArray("values").addObject().put("type", "GLOBAL").put("limit", vehicle.limitPercent());
    return body.put("unit", "percent");
  }

  private static ObjectNode timers(Habit habit) {
    ObjectNode body = Json.object();
    ArrayNode values = body.putArray("values");
    if (habit.timed()) {
      ObjectNode timer = values.addObject().put("type", "GLOBAL");
      timer.put("isOEMOptimizationEnabled", false);
      ObjectNode schedule = timer.putArray("schedules").addObject();
      EVERY_DAY.forEach(schedule.putArray("days")::add);
      LocalTime plugIn = LocalTime.MIDNIGHT.plus(habit.plugInAt());
      schedule.put("start", clockTime(plugIn.plus(habit.chargeDelay())));
      schedule.put("end", clockTime(plugIn.plus(habit.plugged())));
      timer.putArray("departureTimers");
      timer.put("scheduleType", "DAILY");
    }
    return body;
  }

  private static String clockTime(LocalTime time) {
    return "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
  }

  private static ObjectNode records(SimulatedCar car, CarState state) {
    ObjectNode body = Json.object();
    ArrayNode values = body.putArray("values");
    for (int before = 1; before <= RECORDS; before++) {
      values.add(record(car.vehicle(), car.past(state.at(), before)));
    }
    return body;
  }

  private static ObjectNode record(SimulatedVehicle vehicle, PastSession past) {
    boolean fast = vehicle.charger().dc();
    ObjectNode node = Json.object().put("id", vehicle.id() + "-" + past.number());
    node.put("startTime", Json.iso(past.startedAt())).put("endTime", Json.iso(past.endedAt()));
    node.put("startStateOfCharge", Json.decimal(past.startPercent(), 0));
    node.put("endStateOfCharge", Json.decimal(past.endPercent(), 0));
    node.put("energyAdded", Json.decimal(past.addedKilowattHours(), 1));
    node.put("isPublicCharger", fast).put("chargingType", fast ? "DC" : "AC");
    double price = fast ? 0.59 : 0.31;
    ObjectNode cost = node.putObject("cost").put("currency", "EUR");
    cost.put("energyAmount", Json.decimal(price * past.addedKilowattHours(), 2));
    cost.put("otherAmount", 0);
    ObjectNode place = node.putObject("location").put("name", fast ? "Fast charger" : "Home");
    place.put("address", "1 Example Street").put("latitude", 0.0).put("longitude", 0.0);
    return node;
  }
}
