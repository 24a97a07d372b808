package io.evcharging.mapping;

import org.jspecify.annotations.Nullable;
import org.mapstruct.Condition;
import org.mapstruct.Context;
import org.mapstruct.SourcePropertyName;
import org.mapstruct.TargetPropertyName;

/** Absent is absent: MapStruct asks here, before each field, whether there is anything to map. */
final class Presence {

  private Presence() {}

  /**
   * Whether a field has a value. One that could not be read, or is a sentinel, has none and leaves
   * a finding.
   *
   * @param fieldValue named as no mapper's own parameter may be: MapStruct would take that instead
   * @param wire the field's name on the wire
   * @param field its name where it is going
   */
  @Condition
  static boolean isThere(
      @Nullable Object fieldValue,
      @SourcePropertyName String wire,
      @TargetPropertyName String field,
      @Context Reading reading) {
    reading.cursor().arrive(wire, field);
    reading.claim(wire);
    return reading.isValue(fieldValue);
  }
}
