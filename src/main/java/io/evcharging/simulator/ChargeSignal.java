package io.evcharging.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The documented signals of the group Charge: their codes and names on the wire. */
enum ChargeSignal {
  AMPERAGE("Amperage"),
  AMPERAGE_MAX("AmperageMax"),
  AMPERAGE_REQUESTED("AmperageRequested"),
  CHARGE_LIMITS("ChargeLimits"),
  CHARGE_PORT_STATUS_COLOR("ChargePortStatusColor"),
  CHARGE_RATE("ChargeRate"),
  CHARGE_RECORDS("ChargeRecords"),
  CHARGER_PHASES("ChargerPhases"),
  CHARGE_TIMERS("ChargeTimers"),
  CHARGING_CONNECTOR_TYPE("ChargingConnectorType"),
  DETAILED_CHARGING_STATUS("DetailedChargingStatus"),
  ENERGY_ADDED("EnergyAdded"),
  FAST_CHARGER_TYPE("FastChargerType"),
  IS_CHARGING("IsCharging"),
  IS_CHARGING_CABLE_CONNECTED("IsChargingCableConnected"),
  IS_CHARGING_CABLE_LATCHED("IsChargingCableLatched"),
  IS_CHARGING_PORT_FLAP_OPEN("IsChargingPortFlapOpen"),
  IS_FAST_CHARGER_PRESENT("IsFastChargerPresent"),
  TIME_TO_COMPLETE("TimeToComplete"),
  VOLTAGE("Voltage"),
  WATTAGE("Wattage");

  private static final Map<String, ChargeSignal> BY_CODE =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(ChargeSignal::code, Function.identity()));

  private final String title;
  private final String code;

  ChargeSignal(String title) {
    this.title = title;
    this.code = "charge-" + title.toLowerCase(Locale.ROOT);
  }

  String code() {
    return code;
  }

  String title() {
    return title;
  }

  static Optional<ChargeSignal> byCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  static void require(String code) {
    Check.that(BY_CODE.containsKey(code), "signal", code, "one of " + BY_CODE.keySet());
  }
}
