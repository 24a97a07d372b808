package io.evcharging.benchmark.mapping;

import io.evcharging.canonical.ChargeMode;
import io.evcharging.canonical.ChargingState;
import io.evcharging.canonical.ConnectorType;
import io.evcharging.canonical.CurrentType;
import io.evcharging.canonical.ExternalPower;
import io.evcharging.canonical.FindingCode;
import io.evcharging.canonical.IndicatorColor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The vocabularies, as switches. */
final class HandWords {

  private HandWords() {}

  static @Nullable ChargingState state(HandReader in, String path, @Nullable String word) {
    if (word == null) {
      return null;
    }
    return switch (lower(word)) {
      case "charging" -> ChargingState.CHARGING;
      case "fully_charged",
          "complete",
          "chargepurposereachedandconservation",
          "chargepurposereachedandnotconservationcharging" ->
          ChargingState.COMPLETE;
      case "not_charging", "notreadyforcharging" -> ChargingState.NOT_CHARGING;
      case "stopped" -> ChargingState.STOPPED;
      case "disconnected" -> ChargingState.UNPLUGGED;
      case "nopower" -> ChargingState.NO_POWER;
      case "starting", "readyforcharging" -> ChargingState.INITIALIZING;
      case "conservation" -> ChargingState.CONSERVATION;
      case "error" -> ChargingState.FAULT;
      case "discharging" -> ChargingState.DISCHARGING;
      default -> unknown(in, path, word, ChargingState.UNKNOWN);
    };
  }

  static @Nullable ChargeMode mode(HandReader in, String path, @Nullable String word) {
    if (word == null) {
      return null;
    }
    return switch (lower(word)) {
      case "manual" -> ChargeMode.MANUAL;
      case "timer" -> ChargeMode.TIMER;
      case "off",
          "onlyowncurrent",
          "preferredchargingtimes",
          "timerchargingwithclimatisation",
          "homestoragecharging",
          "immediatedischarging" ->
          ChargeMode.OTHER;
      default -> unknown(in, path, word, ChargeMode.UNKNOWN);
    };
  }

  static @Nullable ExternalPower power(HandReader in, String path, @Nullable String word) {
    if (word == null) {
      return null;
    }
    return switch (lower(word)) {
      case "ready" -> ExternalPower.READY;
      case "active" -> ExternalPower.ACTIVE;
      case "unavailable" -> ExternalPower.UNAVAILABLE;
      default -> unknown(in, path, word, ExternalPower.UNKNOWN);
    };
  }

  static @Nullable CurrentType current(HandReader in, String path, @Nullable String word) {
    if (word == null) {
      return null;
    }
    return switch (lower(word)) {
      case "ac" -> CurrentType.AC;
      case "dc" -> CurrentType.DC;
      case "off" -> CurrentType.NONE;
      default -> unknown(in, path, word, CurrentType.UNKNOWN);
    };
  }

  static @Nullable Boolean latch(HandReader in, String path, @Nullable String word) {
    if (word == null) {
      return null;
    }
    return switch (lower(word)) {
      case "engaged", "locked" -> true;
      case "disengaged", "unlocked" -> false;
      default -> {
        in.flag(
            path,
            FindingCode.UNKNOWN_VALUE,
            word,
            "No vocabulary knows this word, so it was left out.");
        yield null;
      }
    };
  }

  static @Nullable IndicatorColor color(HandReader in, String path, @Nullable String word) {
    if (word == null) {
      return null;
    }
    return switch (lower(word)) {
      case "green" -> IndicatorColor.GREEN;
      case "blue" -> IndicatorColor.BLUE;
      case "red" -> IndicatorColor.RED;
      case "white" -> IndicatorColor.WHITE;
      case "yellow" -> IndicatorColor.YELLOW;
      case "orange" -> IndicatorColor.ORANGE;
      case "off", "none" -> IndicatorColor.OFF;
      default -> unknown(in, path, word, IndicatorColor.UNKNOWN);
    };
  }

  static @Nullable ConnectorType connector(HandReader in, String path, @Nullable String word) {
    if (word == null) {
      return null;
    }
    return switch (lower(word)) {
      case "iec_62196_t1", "j1772", "sae_j1772", "sae", "type 1" -> ConnectorType.IEC_62196_T1;
      case "iec_62196_t2", "iec", "mennekes", "type 2" -> ConnectorType.IEC_62196_T2;
      case "iec_62196_t1_combo", "ccs1" -> ConnectorType.IEC_62196_T1_COMBO;
      case "iec_62196_t2_combo", "ccs2" -> ConnectorType.IEC_62196_T2_COMBO;
      case "chademo" -> ConnectorType.CHADEMO;
      case "gbt_ac", "gb_ac" -> ConnectorType.GBT_AC;
      case "gbt_dc", "gb_dc", "gb" -> ConnectorType.GBT_DC;
      case "tesla_s", "supercharger" -> ConnectorType.TESLA_S;
      case "sae_j3400", "j3400", "nacs" -> ConnectorType.SAE_J3400;
      case "ccs", "combo" -> ConnectorType.CCS_UNSPECIFIED;
      default -> unknown(in, path, word, ConnectorType.UNKNOWN);
    };
  }

  private static String lower(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }

  private static <E> E unknown(HandReader in, String path, String word, E unknown) {
    in.flag(path, FindingCode.UNKNOWN_VALUE, word, "No vocabulary knows this word.");
    return unknown;
  }
}
