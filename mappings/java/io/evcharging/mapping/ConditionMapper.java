package io.evcharging.mapping;

import io.evcharging.canonical.CurrentType;
import io.evcharging.canonical.Location;
import io.evcharging.canonical.RuleScope;
import io.evcharging.canonical.ScheduleType;
import io.evcharging.source.signals.ChargeRecords;
import io.evcharging.source.signals.Condition;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.BeanMapping;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

/** Where and when something holds: what limits, timers and past sessions share. */
@Mapper(
    config = Strict.class,
    uses = {Presence.class, Decimals.class})
interface ConditionMapper {

  default @Nullable RuleScope scope(String word, @Context Reading reading) {
    return SmartcarWords.SCOPES.read(word, reading);
  }

  default @Nullable ScheduleType scheduleType(String word, @Context Reading reading) {
    return SmartcarWords.SCHEDULES.read(word, reading);
  }

  default @Nullable CurrentType current(String word, @Context Reading reading) {
    return AudiRules.CURRENTS.read(word, reading);
  }

  /** The kind of current that a condition names, under either of its names. */
  default @Nullable CurrentType current(Condition condition, @Context Reading reading) {
    reading.claim("condition.chargingType", "condition.connectorType");
    String word =
        condition.chargingType() == null ? condition.connectorType() : condition.chargingType();
    return word == null || !reading.isValue(word) ? null : current(word, reading);
  }

  /** Days that are known; an unknown one leaves a finding. */
  default List<DayOfWeek> days(List<String> words, @Context Reading reading) {
    List<DayOfWeek> days = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      reading.claim("days[" + i + "]");
      String word = words.get(i);
      DayOfWeek day =
          word != null && reading.isValue(word) ? SmartcarWords.DAYS.read(word, reading) : null;
      if (day != null) {
        days.add(day);
      }
    }
    return days;
  }

  /** The place that a condition names. */
  default Location location(Condition condition, @Context Reading reading) {
    return reading.inside("condition", () -> place(condition, reading));
  }

  /** The place of a past session. */
  default Location location(ChargeRecords.Place location, @Context Reading reading) {
    return reading.inside("location", () -> place(location, reading));
  }

  /** Its other two fields name the kind of current. */
  @Named("place")
  @BeanMapping(ignoreUnmappedSourceProperties = {"chargingType", "connectorType"})
  @Mapping(target = "name", source = "name")
  Location place(Condition condition, @Context Reading reading);

  @Named("place")
  @Mapping(target = "name", source = "name")
  Location place(ChargeRecords.Place location, @Context Reading reading);
}
