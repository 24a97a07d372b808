package io.evcharging.mapping;

import io.evcharging.source.signals.ChargeSignals;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** {@code charge-signals} and each single signal: 21 of them. */
@Mapper(
    config = Strict.class,
    uses = {
      SignalPresence.class,
      SignalWords.class,
      SignalUnits.class,
      ChargeLimitsMapper.class,
      ChargeTimersMapper.class,
      ChargeRecordsMapper.class
    })
public interface ChargeSignalsMapper {

  /** What the signals said. */
  @Mapping(target = "state", source = "detailedChargingStatus")
  @Mapping(target = "charging", source = "isCharging")
  @Mapping(target = "pluggedIn", source = "isChargingCableConnected")
  @Mapping(target = "currentAmps", source = "amperage", qualifiedByName = "amperes")
  @Mapping(
      target = "requestedCurrentAmps",
      source = "amperageRequested",
      qualifiedByName = "amperes")
  @Mapping(target = "maxAvailableCurrentAmps", source = "amperageMax", qualifiedByName = "amperes")
  @Mapping(target = "voltageVolts", source = "voltage", qualifiedByName = "volts")
  @Mapping(target = "powerWatts", source = "wattage", qualifiedByName = "watts")
  @Mapping(target = "phases", source = "chargerPhases")
  @Mapping(
      target = "energyAddedKilowattHours",
      source = "energyAdded",
      qualifiedByName = "kilowattHours")
  @Mapping(
      target = "rangeRateKilometersPerHour",
      source = "chargeRate",
      qualifiedByName = "kilometersPerHour")
  @Mapping(target = "timeToCompleteSeconds", source = "timeToComplete")
  @Mapping(target = "activePercent", source = "chargeLimits")
  @Mapping(target = "limitRules", source = "chargeLimits", conditionQualifiedByName = "sameSignal")
  @Mapping(target = "flapOpen", source = "isChargingPortFlapOpen")
  @Mapping(target = "cableLatched", source = "isChargingCableLatched")
  @Mapping(target = "indicatorColor", source = "chargePortStatusColor")
  @Mapping(target = "inlet", source = "chargingConnectorType")
  @Mapping(target = "fastChargerPresent", source = "isFastChargerPresent")
  @Mapping(target = "fastChargerStandard", source = "fastChargerType")
  @Mapping(target = "timers", source = "chargeTimers")
  @Mapping(target = "sessions", source = "chargeRecords")
  // What no signal says:
  @Mapping(target = "mode", ignore = true)
  @Mapping(target = "externalPower", ignore = true)
  @Mapping(target = "currentType", ignore = true)
  @Mapping(target = "maxVehicleCurrentAmps", ignore = true)
  @Mapping(target = "maxChargerCurrentAmps", ignore = true)
  @Mapping(target = "rangeAddedRatedKilometers", ignore = true)
  @Mapping(target = "rangeAddedIdealKilometers", ignore = true)
  @Mapping(target = "completesAt", ignore = true)
  @Mapping(target = "minPercent", ignore = true)
  @Mapping(target = "maxPercent", ignore = true)
  @Mapping(target = "defaultPercent", ignore = true)
  @Mapping(target = "cable", ignore = true)
  @Mapping(target = "fastChargerBrand", ignore = true)
  Said said(ChargeSignals signals, @Context Reading reading);
}
