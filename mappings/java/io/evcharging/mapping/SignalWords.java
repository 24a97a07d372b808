package io.evcharging.mapping;

import io.evcharging.canonical.ChargingState;
import io.evcharging.canonical.ConnectorType;
import io.evcharging.canonical.IndicatorColor;
import io.evcharging.source.signals.Flag;
import io.evcharging.source.signals.Signal;
import io.evcharging.source.signals.Word;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;

/** The words of signals: any maker's may come. */
final class SignalWords {

  private static final Vocabulary<ChargingState> STATES =
      SmartcarWords.STATES.and(TeslaRules.OWN_STATES).and(AudiRules.OWN_STATES);

  private SignalWords() {}

  /** DetailedChargingStatus. */
  static @Nullable ChargingState state(Signal<Word> signal, @Context Reading reading) {
    return read(STATES, signal, reading);
  }

  /** ChargingConnectorType and FastChargerType. */
  static @Nullable ConnectorType connector(Signal<Word> signal, @Context Reading reading) {
    return read(TeslaRules.CONNECTORS, signal, reading);
  }

  /** ChargePortStatusColor. */
  static @Nullable IndicatorColor color(Signal<Word> signal, @Context Reading reading) {
    return read(AudiRules.COLORS, signal, reading);
  }

  /** What is true or false. */
  static @Nullable Boolean flag(Signal<Flag> signal, @Context Reading reading) {
    reading.claim("value");
    Flag body = signal.body();
    return reading.observed(signal.observedAt(), body == null ? null : body.value());
  }

  private static <E> @Nullable E read(
      Vocabulary<E> vocabulary, Signal<Word> signal, Reading reading) {
    reading.claim("value");
    Word body = signal.body();
    String word = body == null ? null : body.value();
    return word == null || !reading.isValue(word)
        ? null
        : reading.observed(signal.observedAt(), vocabulary.read(word, reading));
  }
}
