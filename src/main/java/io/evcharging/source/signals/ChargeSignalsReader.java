package io.evcharging.source.signals;

import io.evcharging.source.RecordShape;
import io.evcharging.source.Wire;
import io.evcharging.source.WireReader;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
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

  /** The readers of the bodies, by the codes of their signals. */
  Map<String, WireReader<?>> bodies() {
    return bodies;
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
    @Nullable Object[] values = new @Nullable Object[bodies.size()];
    int place = 0;
    for (Map.Entry<String, WireReader<?>> body : bodies.entrySet()) {
      SignalEnvelope signal = signals.get(body.getKey());
      values[place++] = signal == null ? null : read(signal, body.getValue());
    }
    return shape.create(values);
  }

  private static <B extends Record> Signal<B> read(SignalEnvelope signal, WireReader<B> reader)
      throws IOException {
    Wire<B> wire = signal.body() == null ? Wire.nothing() : signal.body().as(reader);
    return new Signal<>(signal.code(), signal.status(), signal.meta().oemUpdatedAt(), wire);
  }

  private static String code(RecordComponent component) {
    return GROUP + component.getName().toLowerCase(Locale.ROOT);
  }
}
