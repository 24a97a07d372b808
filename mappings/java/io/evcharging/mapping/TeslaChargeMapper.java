package io.evcharging.mapping;

import io.evcharging.source.tesla.TeslaCharge;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** {@code tesla-charge}: 25 fields. */
@Mapper(
    config = Strict.class,
    uses = {Presence.class, Decimals.class, BrandUnits.class, TeslaRules.class})
public interface TeslaChargeMapper {

  /** What a Tesla said. */
  @Mapping(target = "state", source = "state")
  @Mapping(target = "pluggedIn", source = "isPluggedIn")
  @Mapping(target = "currentAmps", source = "amperage")
  @Mapping(target = "requestedCurrentAmps", source = "amperageRequested")
  @Mapping(target = "maxVehicleCurrentAmps", source = "amperageMaxVehicle")
  @Mapping(target = "maxChargerCurrentAmps", source = "amperageMaxCharger")
  @Mapping(target = "voltageVolts", source = "voltage")
  @Mapping(target = "powerWatts", source = "wattage", qualifiedByName = "kilowattsToWatts")
  @Mapping(target = "phases", source = "chargerPhases")
  @Mapping(target = "energyAddedKilowattHours", source = "energyAdded")
  @Mapping(
      target = "rangeAddedRatedKilometers",
      source = "rangeAddedRated",
      qualifiedByName = "distanceToKilometers")
  @Mapping(
      target = "rangeAddedIdealKilometers",
      source = "rangeAddedIdeal",
      qualifiedByName = "distanceToKilometers")
  @Mapping(
      target = "rangeRateKilometersPerHour",
      source = "chargeRate",
      qualifiedByName = "distanceToKilometers")
  @Mapping(target = "completesAt", source = "completionTime")
  @Mapping(target = "activePercent", source = "socLimit", qualifiedByName = "fractionToPercent")
  @Mapping(target = "minPercent", source = "socLimitMin", qualifiedByName = "fractionToPercent")
  @Mapping(target = "maxPercent", source = "socLimitMax", qualifiedByName = "fractionToPercent")
  @Mapping(
      target = "defaultPercent",
      source = "socLimitDefault",
      qualifiedByName = "fractionToPercent")
  @Mapping(target = "flapOpen", source = "chargePortOpen")
  @Mapping(target = "cableLatched", source = "chargePortLatch")
  @Mapping(target = "indicatorColor", source = "chargePortColor")
  @Mapping(target = "cable", source = "connector")
  @Mapping(target = "fastChargerPresent", source = "fastChargerPresent")
  @Mapping(target = "fastChargerStandard", source = "fastChargerType")
  @Mapping(target = "fastChargerBrand", source = "fastChargerBrand")
  // What this endpoint does not say:
  @Mapping(target = "charging", ignore = true)
  @Mapping(target = "mode", ignore = true)
  @Mapping(target = "externalPower", ignore = true)
  @Mapping(target = "currentType", ignore = true)
  @Mapping(target = "maxAvailableCurrentAmps", ignore = true)
  @Mapping(target = "timeToCompleteSeconds", ignore = true)
  @Mapping(target = "limitRules", ignore = true)
  @Mapping(target = "inlet", ignore = true)
  @Mapping(target = "timers", ignore = true)
  @Mapping(target = "sessions", ignore = true)
  Said said(TeslaCharge charge, @Context Reading reading);
}
