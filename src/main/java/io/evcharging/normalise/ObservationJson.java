package io.evcharging.normalise;

import io.evcharging.canonical.ChargingObservation;
import io.evcharging.canonical.Cost;
import io.evcharging.canonical.Departure;
import io.evcharging.canonical.Electrical;
import io.evcharging.canonical.FastCharger;
import io.evcharging.canonical.Finding;
import io.evcharging.canonical.LimitRule;
import io.evcharging.canonical.Limits;
import io.evcharging.canonical.Location;
import io.evcharging.canonical.Port;
import io.evcharging.canonical.Progress;
import io.evcharging.canonical.Schedule;
import io.evcharging.canonical.Session;
import io.evcharging.canonical.Source;
import io.evcharging.canonical.Status;
import io.evcharging.canonical.Timer;
import io.evcharging.canonical.Vehicle;
import java.io.IOException;

/**
 * The fields of the model in the order of the contract. Written out: a serializer that looks for
 * them costs as much as reading and mapping together. A test compares both.
 */
final class ObservationJson {

  private ObservationJson() {}

  /** What may differ from fetch to fetch. */
  static void head(JsonFields out, ChargingObservation of) throws IOException {
    out.object("vehicle", of.vehicle(), ObservationJson::vehicle);
    out.object("source", of.source(), ObservationJson::source);
    out.time("observedAt", of.observedAt());
    out.time("fetchedAt", of.fetchedAt());
    out.time("receivedAt", of.receivedAt());
  }

  /** What the id is made of. */
  static void content(JsonFields out, ChargingObservation of) throws IOException {
    out.object("status", of.status(), ObservationJson::status);
    out.object("electrical", of.electrical(), ObservationJson::electrical);
    out.object("progress", of.progress(), ObservationJson::progress);
    out.object("limits", of.limits(), ObservationJson::limits);
    out.object("port", of.port(), ObservationJson::port);
    out.object("fastCharger", of.fastCharger(), ObservationJson::fastCharger);
    out.objects("timers", of.timers(), ObservationJson::timer);
    out.objects("sessions", of.sessions(), ObservationJson::session);
    out.times("observedAtByField", of.observedAtByField());
    out.objects("findings", of.findings(), ObservationJson::finding);
    out.raw("unmapped", of.unmapped());
  }

  private static void vehicle(JsonFields out, Vehicle of) throws IOException {
    out.text("id", of.id());
    out.text("brand", of.brand());
  }

  private static void source(JsonFields out, Source of) throws IOException {
    out.text("endpoint", of.endpoint());
    out.text("requestId", of.requestId());
  }

  private static void status(JsonFields out, Status of) throws IOException {
    out.word("state", of.state());
    out.flag("charging", of.charging());
    out.flag("pluggedIn", of.pluggedIn());
    out.word("mode", of.mode());
    out.word("externalPower", of.externalPower());
    out.word("currentType", of.currentType());
  }

  private static void electrical(JsonFields out, Electrical of) throws IOException {
    out.number("currentAmps", of.currentAmps());
    out.number("requestedCurrentAmps", of.requestedCurrentAmps());
    out.number("maxVehicleCurrentAmps", of.maxVehicleCurrentAmps());
    out.number("maxChargerCurrentAmps", of.maxChargerCurrentAmps());
    out.number("maxAvailableCurrentAmps", of.maxAvailableCurrentAmps());
    out.number("voltageVolts", of.voltageVolts());
    out.number("powerWatts", of.powerWatts());
    out.count("phases", of.phases());
  }

  private static void progress(JsonFields out, Progress of) throws IOException {
    out.number("energyAddedKilowattHours", of.energyAddedKilowattHours());
    out.number("rangeAddedRatedKilometers", of.rangeAddedRatedKilometers());
    out.number("rangeAddedIdealKilometers", of.rangeAddedIdealKilometers());
    out.number("rangeRateKilometersPerHour", of.rangeRateKilometersPerHour());
    out.time("completesAt", of.completesAt());
    out.count("timeToCompleteSeconds", of.timeToCompleteSeconds());
  }

  private static void limits(JsonFields out, Limits of) throws IOException {
    out.number("activePercent", of.activePercent());
    out.number("minPercent", of.minPercent());
    out.number("maxPercent", of.maxPercent());
    out.number("defaultPercent", of.defaultPercent());
    out.objects("rules", of.rules(), ObservationJson::limitRule);
  }

  private static void limitRule(JsonFields out, LimitRule of) throws IOException {
    out.word("scope", of.scope());
    out.number("percent", of.percent());
    out.object("location", of.location(), ObservationJson::location);
    out.word("currentType", of.currentType());
  }

  private static void location(JsonFields out, Location of) throws IOException {
    out.text("name", of.name());
    out.text("address", of.address());
    out.number("latitude", of.latitude());
    out.number("longitude", of.longitude());
  }

  private static void port(JsonFields out, Port of) throws IOException {
    out.flag("flapOpen", of.flapOpen());
    out.flag("cableLatched", of.cableLatched());
    out.word("indicatorColor", of.indicatorColor());
    out.word("inlet", of.inlet());
    out.word("cable", of.cable());
  }

  private static void fastCharger(JsonFields out, FastCharger of) throws IOException {
    out.flag("present", of.present());
    out.word("standard", of.standard());
    out.text("brand", of.brand());
  }

  private static void timer(JsonFields out, Timer of) throws IOException {
    out.word("scope", of.scope());
    out.object("location", of.location(), ObservationJson::location);
    out.word("currentType", of.currentType());
    out.objects("schedules", of.schedules(), ObservationJson::schedule);
    out.objects("departures", of.departures(), ObservationJson::departure);
    out.flag("oemOptimized", of.oemOptimized());
    out.text("scheduleId", of.scheduleId());
    out.word("scheduleType", of.scheduleType());
  }

  private static void schedule(JsonFields out, Schedule of) throws IOException {
    out.words("days", of.days());
    out.timeOfDay("start", of.start());
    out.timeOfDay("end", of.end());
  }

  private static void departure(JsonFields out, Departure of) throws IOException {
    out.words("days", of.days());
    out.timeOfDay("time", of.time());
  }

  private static void session(JsonFields out, Session of) throws IOException {
    out.text("id", of.id());
    out.time("startedAt", of.startedAt());
    out.time("endedAt", of.endedAt());
    out.number("startPercent", of.startPercent());
    out.number("endPercent", of.endPercent());
    out.number("energyAddedKilowattHours", of.energyAddedKilowattHours());
    out.word("currentType", of.currentType());
    out.flag("publicCharger", of.publicCharger());
    out.object("cost", of.cost(), ObservationJson::cost);
    out.object("location", of.location(), ObservationJson::location);
  }

  private static void cost(JsonFields out, Cost of) throws IOException {
    out.text("currency", of.currency());
    out.number("energyAmount", of.energyAmount());
    out.number("otherAmount", of.otherAmount());
  }

  private static void finding(JsonFields out, Finding of) throws IOException {
    out.text("field", of.field());
    out.word("code", of.code());
    out.raw("raw", of.raw());
    out.text("detail", of.detail());
  }
}
