package io.evcharging.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The signal objects of v3: status, body and times, with the oddities that were recorded. */
final class SignalsPayload {

  // Each signal of one message may have been recorded at another time, days apart.
  private static final List<Duration> AGES =
      List.of(Duration.ZERO, Duration.ofMinutes(4), Duration.ofHours(3), Duration.ofDays(2));

  private final SimulatedCar car;
  private final SimulatedVehicle vehicle;
  private final CarState recorded;
  private final Instant fetchedAt;
  private final Units units;

  SignalsPayload(SimulatedCar car, Units units) {
    this.car = car;
    this.vehicle = car.vehicle();
    this.recorded = car.recorded();
    this.fetchedAt = car.fetchedAt();
    this.units = units;
  }

  /**
   * One signal.
   *
   * @param node the signal object
   * @param body as in {@code node}, for the shapes that carry nothing else
   * @param error what went wrong; {@code null} on success
   * @param recordedAt when the car recorded it
   */
  record Signal(
      ObjectNode node, ObjectNode body, @Nullable SignalError error, Instant recordedAt) {}

  /** Why a signal has no value. */
  enum SignalError {
    NOT_CAPABLE(501, "COMPATIBILITY", "VEHICLE_NOT_CAPABLE"),
    NOT_CHARGING(409, "VEHICLE_STATE", "NOT_CHARGING");

    final int status;
    final String type;
    final String code;

    SignalError(int status, String type, String code) {
      this.status = status;
      this.type = type;
      this.code = code;
    }
  }

  List<Signal> all() {
    List<Signal> signals = new ArrayList<>();
    for (ChargeSignal signal : ChargeSignal.values()) {
      signals.add(of(signal));
    }
    if (vehicle.is(Trait.OTHER_SIGNALS)) {
      ObjectNode percent = Json.object();
      percent.put("value", Json.decimal(recorded.stateOfChargePercent(), 0));
      signals.add(
          signal(
              "tractionbattery-stateofcharge",
              "StateOfCharge",
              "TractionBattery",
              percent.put("unit", "percent"),
              null,
              recorded.at()));
    }
    return signals;
  }

  Signal of(ChargeSignal signal) {
    SignalError error = error(signal);
    if (error == SignalError.NOT_CAPABLE) {
      return charge(signal, nulls(), error, recorded.at());
    }
    if (error != null) {
      boolean stale = vehicle.is(Trait.STALE_SIGNALS);
      Instant at = stale ? car.lastCharged(recorded.at()) : recorded.at();
      return charge(signal, stale ? body(signal, at) : nulls(), error, at);
    }
    Instant at = recorded.at().minus(age(signal));
    return charge(signal, body(signal, at), null, at);
  }

  private ObjectNode body(ChargeSignal signal, Instant at) {
    CarState state = at.equals(recorded.at()) ? recorded : car.stateAt(at);
    return SignalBodies.of(signal, car, state, units);
  }

  private @Nullable SignalError error(ChargeSignal signal) {
    if (vehicle.unsupportedSignals().contains(signal.code())) {
      return SignalError.NOT_CAPABLE;
    }
    boolean needsCharging =
        signal == ChargeSignal.TIME_TO_COMPLETE
            || (signal == ChargeSignal.WATTAGE && vehicle.is(Trait.STALE_SIGNALS));
    return needsCharging && !recorded.charging() ? SignalError.NOT_CHARGING : null;
  }

  private Duration age(ChargeSignal signal) {
    if (!vehicle.is(Trait.STALE_SIGNALS) || tellsOfNow(signal)) {
      return Duration.ZERO;
    }
    return AGES.get((int) (car.chance().unit(signal.code().hashCode(), 7) * AGES.size()));
  }

  // A stream reports what changes while charging at once, and the rest when it comes to it.
  private static boolean tellsOfNow(ChargeSignal signal) {
    return switch (signal) {
      case IS_CHARGING, DETAILED_CHARGING_STATUS, WATTAGE, TIME_TO_COMPLETE -> true;
      default -> false;
    };
  }

  private Signal charge(
      ChargeSignal signal, ObjectNode body, @Nullable SignalError error, Instant at) {
    return signal(signal.code(), signal.title(), "Charge", body, error, at);
  }

  private Signal signal(
      String code,
      String name,
      String group,
      ObjectNode body,
      @Nullable SignalError error,
      Instant at) {
    ObjectNode node = Json.object().put("id", code).put("type", "signal");
    ObjectNode attributes = node.putObject("attributes");
    attributes.put("code", code).put("name", name).put("group", group);
    status(attributes.putObject("status"), error);
    attributes.set("body", body);
    ObjectNode meta = node.putObject("meta");
    vehicle.timeFormat().put(meta, "ingestedAt", fetchedAt);
    vehicle.timeFormat().put(meta, "retrievedAt", fetchedAt);
    vehicle.timeFormat().put(meta, "oemUpdatedAt", at);
    node.putObject("links").put("self", "/vehicles/" + vehicle.id() + "/signals/" + code);
    return new Signal(node, body, error, at);
  }

  private static void status(ObjectNode status, @Nullable SignalError error) {
    status.put("value", error == null ? "SUCCESS" : "ERROR");
    if (error != null) {
      ObjectNode detail = status.putObject("error");
      detail.put("type", error.type).put("code", error.code);
    }
  }

  private static ObjectNode nulls() {
    return Json.object().putNull("value").putNull("unit");
  }
}
