package io.evcharging.mapping;

import io.evcharging.canonical.FindingCode;
import io.evcharging.source.signals.Signal;
import io.evcharging.source.signals.SignalStatus;
import io.evcharging.source.signals.SignalStatus.SignalError;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Condition;
import org.mapstruct.Context;
import org.mapstruct.Named;
import org.mapstruct.TargetPropertyName;

/** Status before body: a signal that is no success has no value, whatever its body says. */
final class SignalPresence {

  private static final String NOT_CAPABLE = "COMPATIBILITY";

  private SignalPresence() {}

  /** Whether a signal has a body that counts; one that failed leaves a finding. */
  @Condition
  static boolean isThere(
      @Nullable Signal<?> signal, @TargetPropertyName String field, @Context Reading reading) {
    reading.cursor().arrive("value", field);
    if (signal == null) {
      return false;
    }
    if (!signal.isSuccess() && signal.status() != null) {
      flag(reading.cursor().path(), signal.status(), reading);
      return false;
    }
    reading.begin(signal.wire(), signal.code());
    reading.claim("");
    return signal.body() != null;
  }

  /** The same for a second field that is read from the same signal: it says no more about it. */
  @Condition
  @Named("sameSignal")
  static boolean isStillThere(
      @Nullable Signal<?> signal, @TargetPropertyName String field, @Context Reading reading) {
    if (signal == null || !signal.isSuccess() || signal.body() == null) {
      return false;
    }
    reading.cursor().arrive("values", field);
    reading.begin(signal.wire(), signal.code());
    return true;
  }

  /** Leaves a finding for a signal that has no value. */
  static void flag(String path, SignalStatus status, Reading reading) {
    SignalError error = status.error();
    if (error == null) {
      reading.flag(
          path, FindingCode.SIGNAL_ERROR, status.value(), "The signal has no value at present.");
      return;
    }
    String raw = error.type() + "/" + error.code();
    if (NOT_CAPABLE.equalsIgnoreCase(error.type())) {
      reading.flag(path, FindingCode.NOT_SUPPORTED, raw, "The vehicle does not have this signal.");
    } else {
      reading.flag(path, FindingCode.SIGNAL_ERROR, raw, "The signal could not be read.");
    }
  }
}
