package io.evcharging.benchmark.mapping;

import java.io.IOException;

/** The groups of the model, in their order. */
final class HandGroups {

  private HandGroups() {}

  static void write(HandFields from, HandWriter out) throws IOException {
    out.group("status");
    out.field("state", from.state);
    out.field("charging", from.charging);
    out.field("pluggedIn", from.pluggedIn);
    out.field("mode", from.mode);
    out.field("externalPower", from.externalPower);
    out.field("currentType", from.currentType);
    out.group("electrical");
    out.field("currentAmps", from.currentAmps);
    out.field("requestedCurrentAmps", from.requestedCurrentAmps);
    out.field("maxVehicleCurrentAmps", from.maxVehicleCurrentAmps);
    out.field("maxChargerCurrentAmps", from.maxChargerCurrentAmps);
    out.field("maxAvailableCurrentAmps", from.maxAvailableCurrentAmps);
    out.field("voltageVolts", from.voltageVolts);
    out.field("powerWatts", from.powerWatts);
    out.field("phases", from.phases);
    out.group("progress");
    out.field("energyAddedKilowattHours", from.energyAdded);
    out.field("rangeAddedRatedKilometers", from.rangeAddedRated);
    out.field("rangeAddedIdealKilometers", from.rangeAddedIdeal);
    out.field("rangeRateKilometersPerHour", from.rangeRate);
    out.field("completesAt", from.completesAt);
    out.field("timeToCompleteSeconds", from.timeToComplete);
    out.group("limits");
    out.field("activePercent", from.activePercent);
    out.field("minPercent", from.minPercent);
    out.field("maxPercent", from.maxPercent);
    out.field("defaultPercent", from.defaultPercent);
    out.group("port");
    out.field("flapOpen", from.flapOpen);
    out.field("cableLatched", from.cableLatched);
    out.field("indicatorColor", from.indicatorColor);
    out.field("inlet", from.inlet);
    out.field("cable", from.cable);
    out.group("fastCharger");
    out.field("present", from.fastChargerPresent);
    out.field("standard", from.fastChargerStandard);
    out.field("brand", from.fastChargerBrand);
  }
}
