package io.evcharging.mapping;

import io.evcharging.source.audi.AudiCharge;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** {@code audi-charge}: 11 fields. */
@Mapper(
    config = Strict.class,
    uses = {Presence.class, Decimals.class, BrandUnits.class, AudiRules.class})
public interface AudiChargeMapper {

  /** What an Audi said. */
  @Mapping(target = "state", source = "chargingStatus")
  @Mapping(target = "pluggedIn", source = "isPluggedIn")
  @Mapping(target = "mode", source = "chargeMode")
  @Mapping(target = "externalPower", source = "externalPowerStatus")
  @Mapping(target = "currentType", source = "chargeType")
  @Mapping(target = "powerWatts", source = "wattage", qualifiedByName = "kilowattsToWatts")
  @Mapping(
      target = "rangeRateKilometersPerHour",
      source = "chargeRate",
      qualifiedByName = "distanceToKilometers")
  @Mapping(target = "completesAt", source = "completionTime")
  @Mapping(target = "activePercent", source = "socLimit", qualifiedByName = "fractionToPercent")
  @Mapping(target = "cableLatched", source = "chargePortLatch")
  @Mapping(target = "indicatorColor", source = "chargePortColor")
  // What this endpoint does not say:
  @Mapping(target = "charging", ignore = true)
  @Mapping(target = "currentAmps", ignore = true)
  @Mapping(target = "requestedCurrentAmps", ignore = true)
  @Mapping(target = "maxVehicleCurrentAmps", ignore = true)
  @Mapping(target = "maxChargerCurrentAmps", ignore = true)
  @Mapping(target = "maxAvailableCurrentAmps", ignore = true)
  @Mapping(target = "voltageVolts", ignore = true)
  @Mapping(target = "phases", ignore = true)
  @Mapping(target = "energyAddedKilowattHours", ignore = true)
  @Mapping(target = "rangeAddedRatedKilometers", ignore = true)
  @Mapping(target = "rangeAddedIdealKilometers", ignore = true)
  @Mapping(target = "timeToCompleteSeconds", ignore = true)
  @Mapping(target = "minPercent", ignore = true)
  @Mapping(target = "maxPercent", ignore = true)
  @Mapping(target = "defaultPercent", ignore = true)
  @Mapping(target = "limitRules", ignore = true)
  @Mapping(target = "flapOpen", ignore = true)
  @Mapping(target = "inlet", ignore = true)
  @Mapping(target = "cable", ignore = true)
  @Mapping(target = "fastChargerPresent", ignore = true)
  @Mapping(target = "fastChargerStandard", ignore = true)
  @Mapping(target = "fastChargerBrand", ignore = true)
  @Mapping(target = "timers", ignore = true)
  @Mapping(target = "sessions", ignore = true)
  Said said(AudiCharge charge, @Context Reading reading);
}
