package io.evcharging.source;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One thing that is polled. Each has a schedule and a switch of its own. */
public enum ChargeSource {
  TESLA_CHARGE("tesla-charge", Kind.BRAND, "TESLA"),
  AUDI_CHARGE("audi-charge", Kind.BRAND, "AUDI"),
  CHARGE_SIGNALS("charge-signals", Kind.SIGNAL_LIST, null),
  CHARGE_AMPERAGE("charge-amperage"),
  CHARGE_AMPERAGE_MAX("charge-amperagemax"),
  CHARGE_AMPERAGE_REQUESTED("charge-amperagerequested"),
  CHARGE_CHARGE_LIMITS("charge-chargelimits"),
  CHARGE_CHARGE_PORT_STATUS_COLOR("charge-chargeportstatuscolor"),
  CHARGE_CHARGE_RATE("charge-chargerate"),
  CHARGE_CHARGE_RECORDS("charge-chargerecords"),
  CHARGE_CHARGER_PHASES("charge-chargerphases"),
  CHARGE_CHARGE_TIMERS("charge-chargetimers"),
  CHARGE_CHARGING_CONNECTOR_TYPE("charge-chargingconnectortype"),
  CHARGE_DETAILED_CHARGING_STATUS("charge-detailedchargingstatus"),
  CHARGE_ENERGY_ADDED("charge-energyadded"),
  CHARGE_FAST_CHARGER_TYPE("charge-fastchargertype"),
  CHARGE_IS_CHARGING("charge-ischarging"),
  CHARGE_IS_CHARGING_CABLE_CONNECTED("charge-ischargingcableconnected"),
  CHARGE_IS_CHARGING_CABLE_LATCHED("charge-ischargingcablelatched"),
  CHARGE_IS_CHARGING_PORT_FLAP_OPEN("charge-ischargingportflapopen"),
  CHARGE_IS_FAST_CHARGER_PRESENT("charge-isfastchargerpresent"),
  CHARGE_TIME_TO_COMPLETE("charge-timetocomplete"),
  CHARGE_VOLTAGE("charge-voltage"),
  CHARGE_WATTAGE("charge-wattage");

  /** Which kind of request reads a source. */
  public enum Kind {
    /** {@code GET {api-url}/vehicles/{id}/{make}/charge}: everything of one make. */
    BRAND,
    /** {@code GET {vehicle-url}/vehicles/{id}/signals}: all signals in one call, paged. */
    SIGNAL_LIST,
    /** {@code GET {vehicle-url}/vehicles/{id}/signals/{code}}: one signal. */
    SIGNAL
  }

  private static final Map<String, ChargeSource> BY_ID =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(ChargeSource::id, Function.identity()));

  private final String id;
  private final Kind kind;
  private final @Nullable String brand;

  ChargeSource(String code) {
    this(code, Kind.SIGNAL, null);
  }

  ChargeSource(String id, Kind kind, @Nullable String brand) {
    this.id = id;
    this.kind = kind;
    this.brand = brand;
  }

  /**
   * The name in configuration, route ids and {@code source.endpoint}; of a signal, its code.
   *
   * @return lower case, with dashes
   */
  public String id() {
    return id;
  }

  /**
   * Which kind of request reads it.
   *
   * @return never {@code null}
   */
  public Kind kind() {
    return kind;
  }

  /**
   * The only brand that has this source.
   *
   * @return the make in upper case; empty where every brand may have it
   */
  public Optional<String> brand() {
    return Optional.ofNullable(brand);
  }

  /**
   * Looks a source up by its name.
   *
   * @param id a source's {@link #id()}, case as there
   * @return empty when no source is named so
   */
  public static Optional<ChargeSource> byId(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /**
   * What a vehicle is polled for when nobody said: the endpoint of its brand, where there is one,
   * else the list of signals, which costs one call instead of 21.
   *
   * @param brand the make in upper case
   * @return one source
   */
  public static List<ChargeSource> defaultsFor(String brand) {
    return Arrays.stream(values())
        .filter(source -> brand.equals(source.brand))
        .findFirst()
        .map(List::of)
        .orElse(List.of(CHARGE_SIGNALS));
  }
}
