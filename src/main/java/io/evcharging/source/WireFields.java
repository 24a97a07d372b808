package io.evcharging.source;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of an object on the wire: which component each is, and how it is read. */
final class WireFields {

  private final String[] names;
  private final WireValue[] readers;
  private final Map<String, Integer> places = new HashMap<>();

  WireFields(List<RecordComponent> components) {
    names = new String[components.size()];
    readers = new WireValue[components.size()];
    for (int place = 0; place < names.length; place++) {
      RecordComponent component = components.get(place);
      names[place] = component.getName();
      readers[place] = WireValue.of(component.getGenericType());
      places.put(names[place], place);
    }
  }

  int count() {
    return names.length;
  }

  /**
   * The place of a field, negative when no component names it.
   *
   * @param expected where it is when the wire keeps to the order of the components, as it mostly
   *     does
   */
  int place(String name, int expected) {
    if (expected < names.length && names[expected].equals(name)) {
      return expected;
    }
    Integer place = places.get(name);
    return place == null ? -1 : place;
  }

  WireValue reader(int place) {
    return readers[place];
  }
}
