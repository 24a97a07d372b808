package io.evcharging.source.signals;

import io.evcharging.source.RecordShape;
import io.evcharging.source.Wire;
import io.evcharging.source.WireReader;
import io.evcharging.source.WireSequence;
import io.evcharging.source.WireSlice;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of the signals that are charge signals. */
public final class ChargeSignalsReader {

  private static final String GROUP = "charge-";

  private final RecordShape<ChargeSignals> shape = new RecordShape<>(ChargeSignals.class);
  private final Map<String, WireReader<?>> bodies = new LinkedHashMap<>();

  /** Makes the readers of the bodies. */
  public ChargeSignalsReader() {
    for (RecordComponent component : shape.components()) {
      ParameterizedType signal = (ParameterizedType) component.getGenericType();
      Class<?> body = (Class<?>) signal.getActualTypeArguments()[0];
      bodies.put(code(component), WireReader.of(body.asSubclass(Record.class)));
    }
  }

  /** The codes of the charge signals, in the order of the components. */
  public Set<String> codes() {
    return bodies.keySet();
  }

  /**
   * Reads the charge signals among others.
   *
   * @param signals by code
   * @throws IOException when a body is not JSON
   */
  public ChargeSignals read(Map<String, SignalEnvelope> signals) throws IOException {
    List<@Nullable SignalEnvelope> told = new ArrayList<>(bodies.size());
    List<WireSlice> parts = new ArrayList<>(bodies.size());
    for (String code : bodies.keySet()) {
      SignalEnvelope signal = signals.get(code);
      told.add(signal);
      if (signal != null && signal.body() != null) {
        parts.add(signal.body());
      }
    }
    @Nullable Object[] values = new @Nullable Object[bodies.size()];
    int place = 0;
    try (WireSequence sequence = WireSequence.of(parts)) {
      for (WireReader<?> body : bodies.values()) {
        SignalEnvelope signal = told.get(place);
        values[place++] = signal == null ? null : read(signal, body, sequence);
      }
    }
    return shape.create(values);
  }

  private static <B extends Record> Signal<B> read(
      SignalEnvelope signal, WireReader<B> reader, WireSequence sequence) throws IOException {
    Wire<B> wire = signal.body() == null ? Wire.nothing() : sequence.next(reader);
    return new Signal<>(signal.code(), signal.status(), signal.meta().oemUpdatedAt(), wire);
  }

  private static String code(RecordComponent component) {
    return GROUP + component.getName().toLowerCase(Locale.ROOT);
  }
}
