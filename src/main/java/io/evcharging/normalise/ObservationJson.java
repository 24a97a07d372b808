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
    out.object(FieldNames.VEHICLE, of.vehicle(), ObservationJson::vehicle);
    out.object(FieldNames.SOURCE, of.source(), ObservationJson::source);
    out.time(FieldNames.OBSERVED_AT, of.observedAt());
    out.time(FieldNames.FETCHED_AT, of.fetchedAt());
    out.time(FieldNames.RECEIVED_AT, of.receivedAt());
  }

  /** What the id is made of. */
  static void content(JsonFields out, ChargingObservation of) throws IOException {
    out.object(FieldNames.STATUS, of.status(), ObservationJson::status);
    out.object(FieldNames.ELECTRICAL, of.electrical(), ObservationJson::electrical);
    out.object(FieldNames.PROGRESS, of.progress(), ObservationJson::progress);
    out.object(FieldNames.LIMITS, of.limits(), ObservationJson::limits);
    out.object(FieldNames.PORT, of.port(), ObservationJson::port);
    out.object(FieldNames.FAST_CHARGER, of.fastCharger(), ObservationJson::fastCharger);
    out.objects(FieldNames.TIMERS, of.timers(), ObservationJson::timer);
    out.objects(FieldNames.SESSIONS, of.sessions(), ObservationJson::session);
    out.times(FieldNames.OBSERVED_AT_BY_FIELD, of.observedAtByField());
    out.objects(FieldNames.FINDINGS, of.findings(), ObservationJson::finding);
    out.raw(FieldNames.UNMAPPED, of.unmapped());
  }

  private static void vehicle(JsonFields out, Vehicle of) throws IOException {
    out.text(FieldNames.ID, of.id());
    out.text(FieldNames.BRAND, of.brand());
  }

  private static void source(JsonFields out, Source of) throws IOException {
    out.text(FieldNames.ENDPOINT, of.endpoint());
    out.text(FieldNames.REQUEST_ID, of.requestId());
  }

  private static void status(JsonFields out, Status of) throws IOException {
    out.word(FieldNames.STATE, of.state());
    out.flag(FieldNames.CHARGING, of.charging());
    out.flag(FieldNames.PLUGGED_IN, of.pluggedIn());
    out.word(FieldNames.MODE, of.mode());
    out.word(FieldNames.EXTERNAL_POWER, of.externalPower());
    out.word(FieldNames.CURRENT_TYPE, of.currentType());
  }

  private static void electrical(JsonFields out, Electrical of) throws IOException {
    out.number(FieldNames.CURRENT_AMPS, of.currentAmps());
    out.number(FieldNames.REQUESTED_CURRENT_AMPS, of.requestedCurrentAmps());
    out.number(FieldNames.MAX_VEHICLE_CURRENT_AMPS, of.maxVehicleCurrentAmps());
    out.number(FieldNames.MAX_CHARGER_CURRENT_AMPS, of.maxChargerCurrentAmps());
    out.number(FieldNames.MAX_AVAILABLE_CURRENT_AMPS, of.maxAvailableCurrentAmps());
    out.number(FieldNames.VOLTAGE_VOLTS, of.voltageVolts());
    out.number(FieldNames.POWER_WATTS, of.powerWatts());
    out.count(FieldNames.PHASES, of.phases());
  }

  private static void progress(JsonFields out, Progress of) throws IOException {
    out.number(FieldNames.ENERGY_ADDED_KILOWATT_HOURS, of.energyAddedKilowattHours());
    out.number(FieldNames.RANGE_ADDED_RATED_KILOMETERS, of.rangeAddedRatedKilometers());
    out.number(FieldNames.RANGE_ADDED_IDEAL_KILOMETERS, of.rangeAddedIdealKilometers());
    out.number(FieldNames.RANGE_RATE_KILOMETERS_PER_HOUR, of.rangeRateKilometersPerHour());
    out.time(FieldNames.COMPLETES_AT, of.completesAt());
    out.count(FieldNames.TIME_TO_COMPLETE_SECONDS, of.timeToCompleteSeconds());
  }

  private static void limits(JsonFields out, Limits of) throws IOException {
    out.number(FieldNames.ACTIVE_PERCENT, of.activePercent());
    out.number(FieldNames.MIN_PERCENT, of.minPercent());
    out.number(FieldNames.MAX_PERCENT, of.maxPercent());
    out.number(FieldNames.DEFAULT_PERCENT, of.defaultPercent());
    out.objects(FieldNames.RULES, of.rules(), ObservationJson::limitRule);
  }

  private static void limitRule(JsonFields out, LimitRule of) throws IOException {
    out.word(FieldNames.SCOPE, of.scope());
    out.number(FieldNames.PERCENT, of.percent());
    out.object(FieldNames.LOCATION, of.location(), ObservationJson::location);
    out.word(FieldNames.CURRENT_TYPE, of.currentType());
  }

  private static void location(JsonFields out, Location of) throws IOException {
    out.text(FieldNames.NAME, of.name());
    out.text(FieldNames.ADDRESS, of.address());
    out.number(FieldNames.LATITUDE, of.latitude());
    out.number(FieldNames.LONGITUDE, of.longitude());
  }

  private static void port(JsonFields out, Port of) throws IOException {
    out.flag(FieldNames.FLAP_OPEN, of.flapOpen());
    out.flag(FieldNames.CABLE_LATCHED, of.cableLatched());
    out.word(FieldNames.INDICATOR_COLOR, of.indicatorColor());
    out.word(FieldNames.INLET, of.inlet());
    out.word(FieldNames.CABLE, of.cable());
  }

  private static void fastCharger(JsonFields out, FastCharger of) throws IOException {
    out.flag(FieldNames.PRESENT, of.present());
    out.word(FieldNames.STANDARD, of.standard());
    out.text(FieldNames.BRAND, of.brand());
  }

  private static void timer(JsonFields out, Timer of) throws IOException {
    out.word(FieldNames.SCOPE, of.scope());
    out.object(FieldNames.LOCATION, of.location(), ObservationJson::location);
    out.word(FieldNames.CURRENT_TYPE, of.currentType());
    out.objects(FieldNames.SCHEDULES, of.schedules(), ObservationJson::schedule);
    out.objects(FieldNames.DEPARTURES, of.departures(), ObservationJson::departure);
    out.flag(FieldNames.OEM_OPTIMIZED, of.oemOptimized());
    out.text(FieldNames.SCHEDULE_ID, of.scheduleId());
    out.word(FieldNames.SCHEDULE_TYPE, of.scheduleType());
  }

  private static void schedule(JsonFields out, Schedule of) throws IOException {
    out.words(FieldNames.DAYS, of.days());
    out.timeOfDay(FieldNames.START, of.start());
    out.timeOfDay(FieldNames.END, of.end());
  }

  private static void departure(JsonFields out, Departure of) throws IOException {
    out.words(FieldNames.DAYS, of.days());
    out.timeOfDay(FieldNames.TIME, of.time());
  }

  private static void session(JsonFields out, Session of) throws IOException {
    out.text(FieldNames.ID, of.id());
    out.time(FieldNames.STARTED_AT, of.startedAt());
    out.time(FieldNames.ENDED_AT, of.endedAt());
    out.number(FieldNames.START_PERCENT, of.startPercent());
    out.number(FieldNames.END_PERCENT, of.endPercent());
    out.number(FieldNames.ENERGY_ADDED_KILOWATT_HOURS, of.energyAddedKilowattHours());
    out.word(FieldNames.CURRENT_TYPE, of.currentType());
    out.flag(FieldNames.PUBLIC_CHARGER, of.publicCharger());
    out.object(FieldNames.COST, of.cost(), ObservationJson::cost);
    out.object(FieldNames.LOCATION, of.location(), ObservationJson::location);
  }

  private static void cost(JsonFields out, Cost of) throws IOException {
    out.text(FieldNames.CURRENCY, of.currency());
    out.number(FieldNames.ENERGY_AMOUNT, of.energyAmount());
    out.number(FieldNames.OTHER_AMOUNT, of.otherAmount());
  }

  private static void finding(JsonFields out, Finding of) throws IOException {
    out.text(FieldNames.FIELD, of.field());
    out.word(FieldNames.CODE, of.code());
    out.raw(FieldNames.RAW, of.raw());
    out.text(FieldNames.DETAIL, of.detail());
  }
}
