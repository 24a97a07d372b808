package io.evcharging.mapping;

import io.evcharging.canonical.ChargingState;
import io.evcharging.canonical.ConnectorType;
import io.evcharging.canonical.FindingCode;
import io.evcharging.canonical.IndicatorColor;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;

/** Tesla's own words, beside those that the source API puts in their place, and its oddities. */
final class TeslaRules {

  static final Vocabulary<ChargingState> OWN_STATES =
      Vocabulary.elseMeaning(ChargingState.UNKNOWN)
          .with(ChargingState.CHARGING, "Charging")
          .with(ChargingState.COMPLETE, "Complete")
          .with(ChargingState.STOPPED, "Stopped")
          .with(ChargingState.UNPLUGGED, "Disconnected")
          .with(ChargingState.NO_POWER, "NoPower")
          .with(ChargingState.INITIALIZING, "Starting");

  /** {@code GB} alone is told of fast chargers only. */
  static final Vocabulary<ConnectorType> CONNECTORS =
      SmartcarWords.CONNECTORS.with(ConnectorType.GBT_DC, "GB");

  private static final Vocabulary<ChargingState> STATES = SmartcarWords.STATES.and(OWN_STATES);

  /** {@code Blocking} is left out: it tells neither. */
  private static final Vocabulary<Boolean> LATCHES =
      Vocabulary.<Boolean>elseMeaning(null).with(true, "Engaged").with(false, "Disengaged");

  private TeslaRules() {}

  /** {@code state}. */
  static @Nullable ChargingState state(String word, @Context Reading reading) {
    return STATES.read(word, reading);
  }

  /** {@code chargePortLatch}. */
  static @Nullable Boolean latch(String word, @Context Reading reading) {
    return LATCHES.read(word, reading);
  }

  /** {@code connector} and {@code fastChargerType}. */
  static @Nullable ConnectorType connector(String word, @Context Reading reading) {
    return CONNECTORS.read(word, reading);
  }

  /** {@code chargePortColor}. */
  static @Nullable IndicatorColor color(String word, @Context Reading reading) {
    return SmartcarWords.COLORS.read(word, reading);
  }

  /** {@code chargerPhases}: Tesla says 2 for three phases. */
  static @Nullable Integer phases(BigDecimal phases, @Context Reading reading) {
    Integer count = Whole.of(phases, reading);
    if (count == null || count != 2) {
      return count;
    }
    reading.flag(FindingCode.DERIVED, phases, "Tesla says 2 where it charges with three phases.");
    return 3;
  }
}
