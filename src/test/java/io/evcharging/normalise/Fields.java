package io.evcharging.normalise;

import io.evcharging.source.signals.ChargeSignals;
import io.evcharging.source.signals.Flag;
import io.evcharging.source.signals.Quantity;
import io.evcharging.source.signals.Word;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The paths of all fields that a record has, lists with {@code []}. */
final class Fields {

  /** Bodies that a table tells as a whole. */
  private static final Set<Type> PLAIN_BODIES = Set.of(Quantity.class, Word.class, Flag.class);

  private Fields() {}

  /** Of a record, down to what is none. */
  static Set<String> of(Class<?> type) {
    Set<String> fields = new TreeSet<>();
    collect("", type, fields);
    return fields;
  }

  /** Of the signals: each code, and the inner fields of bodies that have more than a value. */
  static Set<String> ofSignals() {
    Set<String> fields = new TreeSet<>();
    for (RecordComponent component : ChargeSignals.class.getRecordComponents()) {
      String code = "charge-" + component.getName().toLowerCase(Locale.ROOT);
      Type body = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
      fields.add(code);
      if (!PLAIN_BODIES.contains(body)) {
        collect(code + ".", body, fields);
      }
    }
    return fields;
  }

  private static void collect(String prefix, Type type, Set<String> fields) {
    for (RecordComponent component : ((Class<?>) type).getRecordComponents()) {
      String path = prefix + component.getName();
      Type inner = component.getGenericType();
      if (inner instanceof ParameterizedType list && list.getRawType() == List.class) {
        inner = list.getActualTypeArguments()[0];
        if (inner instanceof Class<?> element && element.isRecord()) {
          path += "[]";
          fields.add(path);
        }
      }
      if (inner instanceof Class<?> record && record.isRecord()) {
        collect(path + ".", record, fields);
      } else {
        fields.add(path);
      }
    }
  }
}
