package io.evcharging.mapping;

import io.evcharging.canonical.ChargeMode;
import io.evcharging.canonical.ChargingState;
import io.evcharging.canonical.ConnectorType;
import io.evcharging.canonical.CurrentType;
import io.evcharging.canonical.ExternalPower;
import io.evcharging.canonical.IndicatorColor;
import io.evcharging.canonical.LimitRule;
import io.evcharging.canonical.Session;
import io.evcharging.canonical.Timer;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one answer said, in the model's words and units, before anything is concluded from it. Flat,
 * so that the compiler can see that a mapper decides about every field.
 */
public record Said(
    @At("status.state") @Nullable ChargingState state,
    @At("status.charging") @Nullable Boolean charging,
    @At("status.pluggedIn") @Nullable Boolean pluggedIn,
    @At("status.mode") @Nullable ChargeMode mode,
    @At("status.externalPower") @Nullable ExternalPower externalPower,
    @At("status.currentType") @Nullable CurrentType currentType,
    @At("electrical.currentAmps") @Nullable BigDecimal currentAmps,
    @At("electrical.requestedCurrentAmps") @Nullable BigDecimal requestedCurrentAmps,
    @At("electrical.maxVehicleCurrentAmps") @Nullable BigDecimal maxVehicleCurrentAmps,
    @At("electrical.maxChargerCurrentAmps") @Nullable BigDecimal maxChargerCurrentAmps,
    @At("electrical.maxAvailableCurrentAmps") @Nullable BigDecimal maxAvailableCurrentAmps,
    @At("electrical.voltageVolts") @Nullable BigDecimal voltageVolts,
    @At("electrical.powerWatts") @Nullable BigDecimal powerWatts,
    @At("electrical.phases") @Nullable Integer phases,
    @At("progress.energyAddedKilowattHours") @Nullable BigDecimal energyAddedKilowattHours,
    @At("progress.rangeAddedRatedKilometers") @Nullable BigDecimal rangeAddedRatedKilometers,
    @At("progress.rangeAddedIdealKilometers") @Nullable BigDecimal rangeAddedIdealKilometers,
    @At("progress.rangeRateKilometersPerHour") @Nullable BigDecimal rangeRateKilometersPerHour,
    @At("progress.completesAt") @Nullable Instant completesAt,
    @At("progress.timeToCompleteSeconds") @Nullable Long timeToCompleteSeconds,
    @At("limits.activePercent") @Nullable BigDecimal activePercent,
    @At("limits.minPercent") @Nullable BigDecimal minPercent,
    @At("limits.maxPercent") @Nullable BigDecimal maxPercent,
    @At("limits.defaultPercent") @Nullable BigDecimal defaultPercent,
    @At("limits.rules") @Nullable List<LimitRule> limitRules,
    @At("port.flapOpen") @Nullable Boolean flapOpen,
    @At("port.cableLatched") @Nullable Boolean cableLatched,
    @At("port.indicatorColor") @Nullable IndicatorColor indicatorColor,
    @At("port.inlet") @Nullable ConnectorType inlet,
    @At("port.cable") @Nullable ConnectorType cable,
    @At("fastCharger.present") @Nullable Boolean fastChargerPresent,
    @At("fastCharger.standard") @Nullable ConnectorType fastChargerStandard,
    @At("fastCharger.brand") @Nullable String fastChargerBrand,
    @At("timers") @Nullable List<Timer> timers,
    @At("sessions") @Nullable List<Session> sessions) {

  private static final Map<String, String> PATHS =
      Arrays.stream(Said.class.getRecordComponents())
          .collect(
              Collectors.toUnmodifiableMap(
                  RecordComponent::getName, field -> field.getAnnotation(At.class).value()));

  /** The path of a component in the observation. */
  static String path(String component) {
    return PATHS.getOrDefault(component, component);
  }
}
