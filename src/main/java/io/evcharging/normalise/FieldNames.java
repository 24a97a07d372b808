package io.evcharging.normalise;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;

/** The names of the contract's fields, quoted and encoded once, not once in each observation. */
final class FieldNames {

  static final SerializableString ACTIVE_PERCENT = new SerializedString("activePercent");
  static final SerializableString ADDRESS = new SerializedString("address");
  static final SerializableString BRAND = new SerializedString("brand");
  static final SerializableString CABLE = new SerializedString("cable");
  static final SerializableString CABLE_LATCHED = new SerializedString("cableLatched");
  static final SerializableString CHARGING = new SerializedString("charging");
  static final SerializableString CODE = new SerializedString("code");
  static final SerializableString COMPLETES_AT = new SerializedString("completesAt");
  static final SerializableString COST = new SerializedString("cost");
  static final SerializableString CURRENCY = new SerializedString("currency");
  static final SerializableString CURRENT_AMPS = new SerializedString("currentAmps");
  static final SerializableString CURRENT_TYPE = new SerializedString("currentType");
  static final SerializableString DAYS = new SerializedString("days");
  static final SerializableString DEFAULT_PERCENT = new SerializedString("defaultPercent");
  static final SerializableString DEPARTURES = new SerializedString("departures");
  static final SerializableString DETAIL = new SerializedString("detail");
  static final SerializableString ELECTRICAL = new SerializedString("electrical");
  static final SerializableString END = new SerializedString("end");
  static final SerializableString END_PERCENT = new SerializedString("endPercent");
  static final SerializableString ENDED_AT = new SerializedString("endedAt");
  static final SerializableString ENDPOINT = new SerializedString("endpoint");
  static final SerializableString ENERGY_ADDED_KILOWATT_HOURS =
      new SerializedString("energyAddedKilowattHours");
  static final SerializableString ENERGY_AMOUNT = new SerializedString("energyAmount");
  static final SerializableString EXTERNAL_POWER = new SerializedString("externalPower");
  static final SerializableString FAST_CHARGER = new SerializedString("fastCharger");
  static final SerializableString FETCHED_AT = new SerializedString("fetchedAt");
  static final SerializableString FIELD = new SerializedString("field");
  static final SerializableString FINDINGS = new SerializedString("findings");
  static final SerializableString FLAP_OPEN = new SerializedString("flapOpen");
  static final SerializableString ID = new SerializedString("id");
  static final SerializableString INDICATOR_COLOR = new SerializedString("indicatorColor");
  static final SerializableString INLET = new SerializedString("inlet");
  static final SerializableString LATITUDE = new SerializedString("latitude");
  static final SerializableString LIMITS = new SerializedString("limits");
  static final SerializableString LOCATION = new SerializedString("location");
  static final SerializableString LONGITUDE = new SerializedString("longitude");
  static final SerializableString MAX_AVAILABLE_CURRENT_AMPS =
      new SerializedString("maxAvailableCurrentAmps");
  static final SerializableString MAX_CHARGER_CURRENT_AMPS =
      new SerializedString("maxChargerCurrentAmps");
  static final SerializableString MAX_PERCENT = new SerializedString("maxPercent");
  static final SerializableString MAX_VEHICLE_CURRENT_AMPS =
      new SerializedString("maxVehicleCurrentAmps");
  static final SerializableString MIN_PERCENT = new SerializedString("minPercent");
  static final SerializableString MODE = new SerializedString("mode");
  static final SerializableString NAME = new SerializedString("name");
  static final SerializableString OBSERVED_AT = new SerializedString("observedAt");
  static final SerializableString OBSERVED_AT_BY_FIELD = new SerializedString("observedAtByField");
  static final SerializableString OEM_OPTIMIZED = new SerializedString("oemOptimized");
  static final SerializableString OTHER_AMOUNT = new SerializedString("otherAmount");
  static final SerializableString PERCENT = new SerializedString("percent");
  static final SerializableString PHASES = new SerializedString("phases");
  static final SerializableString PLUGGED_IN = new SerializedString("pluggedIn");
  static final SerializableString PORT = new SerializedString("port");
  static final SerializableString POWER_WATTS = new SerializedString("powerWatts");
  static final SerializableString PRESENT = new SerializedString("present");
  static final SerializableString PROGRESS = new SerializedString("progress");
  static final SerializableString PUBLIC_CHARGER = new SerializedString("publicCharger");
  static final SerializableString RANGE_ADDED_IDEAL_KILOMETERS =
      new SerializedString("rangeAddedIdealKilometers");
  static final SerializableString RANGE_ADDED_RATED_KILOMETERS =
      new SerializedString("rangeAddedRatedKilometers");
  static final SerializableString RANGE_RATE_KILOMETERS_PER_HOUR =
      new SerializedString("rangeRateKilometersPerHour");
  static final SerializableString RAW = new SerializedString("raw");
  static final SerializableString RECEIVED_AT = new SerializedString("receivedAt");
  static final SerializableString REQUEST_ID = new SerializedString("requestId");
  static final SerializableString REQUESTED_CURRENT_AMPS =
      new SerializedString("requestedCurrentAmps");
  static final SerializableString RULES = new SerializedString("rules");
  static final SerializableString SCHEDULE_ID = new SerializedString("scheduleId");
  static final SerializableString SCHEDULE_TYPE = new SerializedString("scheduleType");
  static final SerializableString SCHEDULES = new SerializedString("schedules");
  static final SerializableString SCOPE = new SerializedString("scope");
  static final SerializableString SESSIONS = new SerializedString("sessions");
  static final SerializableString SOURCE = new SerializedString("source");
  static final SerializableString STANDARD = new SerializedString("standard");
  static final SerializableString START = new SerializedString("start");
  static final SerializableString START_PERCENT = new SerializedString("startPercent");
  static final SerializableString STARTED_AT = new SerializedString("startedAt");
  static final SerializableString STATE = new SerializedString("state");
  static final SerializableString STATUS = new SerializedString("status");
  static final SerializableString TIME = new SerializedString("time");
  static final SerializableString TIME_TO_COMPLETE_SECONDS =
      new SerializedString("timeToCompleteSeconds");
  static final SerializableString TIMERS = new SerializedString("timers");
  static final SerializableString TYPE = new SerializedString("type");
  static final SerializableString UNMAPPED = new SerializedString("unmapped");
  static final SerializableString VEHICLE = new SerializedString("vehicle");
  static final SerializableString VOLTAGE_VOLTS = new SerializedString("voltageVolts");

  private FieldNames() {}
}
