package io.evcharging.benchmark;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;

/** Some twenty fields from one map into others: without findings, exact decimals and the rest. */
public final class NaiveMapping {

  /** The answer about a vehicle as something like an observation. */
  public Map<String, Object> map(
      @Body Map<String, Object> answer,
      @Header("vehicle") String vehicle,
      @Header("SC-Request-Id") String requestId,
      @Header("SC-Data-Age") String dataAge) {
    Map<String, Object> observation = new LinkedHashMap<>();
    observation.put("type", "io.evcharging.observation.v1");
    observation.put("vehicle", Map.of("id", vehicle, "brand", "TESLA"));
    observation.put("source", Map.of("endpoint", "tesla-charge", "requestId", requestId));
    observation.put("observedAt", Instant.parse(dataAge).toString());
    observation.put("receivedAt", Instant.now().toString());
    observation.put("status", group(answer, "state", "state", "pluggedIn", "isPluggedIn"));
    observation.put(
        "electrical",
        group(
            answer,
            "currentAmps",
            "amperage",
            "requestedCurrentAmps",
            "amperageRequested",
            "maxVehicleCurrentAmps",
            "amperageMaxVehicle",
            "maxChargerCurrentAmps",
            "amperageMaxCharger",
            "voltageVolts",
            "voltage",
            "powerWatts",
            "wattage",
            "phases",
            "chargerPhases"));
    observation.put(
        "progress",
        group(
            answer,
            "energyAddedKilowattHours",
            "energyAdded",
            "rangeAddedRatedKilometers",
            "rangeAddedRated",
            "rangeAddedIdealKilometers",
            "rangeAddedIdeal",
            "rangeRateKilometersPerHour",
            "chargeRate",
            "completesAt",
            "completionTime"));
    observation.put(
        "limits",
        group(
            answer,
            "activePercent",
            "socLimit",
            "minPercent",
            "socLimitMin",
            "maxPercent",
            "socLimitMax",
            "defaultPercent",
            "socLimitDefault"));
    observation.put(
        "port",
        group(
            answer,
            "flapOpen",
            "chargePortOpen",
            "cableLatched",
            "chargePortLatch",
            "indicatorColor",
            "chargePortColor",
            "cable",
            "connector"));
    observation.put(
        "fastCharger",
        group(
            answer,
            "present",
            "fastChargerPresent",
            "standard",
            "fastChargerType",
            "brand",
            "fastChargerBrand"));
    return observation;
  }

  private static Map<String, Object> group(Map<String, Object> answer, String... names) {
    Map<String, Object> group = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i += 2) {
      @Nullable Object value = answer.get(names[i + 1]);
      if (value instanceof Double fraction && names[i].endsWith("Percent")) {
        group.put(names[i], fraction * 100);
      } else if (value != null && !"<invalid>".equals(value)) {
        group.put(names[i], value);
      }
    }
    return group;
  }
}
