package io.evcharging.mapping;

import io.evcharging.canonical.Cost;
import io.evcharging.canonical.Session;
import io.evcharging.source.signals.ChargeRecords;
import io.evcharging.source.signals.Signal;
import java.util.List;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

/** The signal ChargeRecords: past sessions. */
@Mapper(
    config = Strict.class,
    uses = {Presence.class, Decimals.class, ConditionMapper.class, SignalUnits.class})
interface ChargeRecordsMapper {

  Session NOTHING = new Session(null, null, null, null, null, null, null, null, null, null);

  /** All sessions that the vehicle remembers. */
  default List<Session> sessions(Signal<ChargeRecords> signal, @Context Reading reading) {
    reading.claim("values");
    ChargeRecords body = signal.body();
    if (body == null || body.values() == null) {
      return List.of();
    }
    List<Session> sessions =
        reading.each("values", body.values(), NOTHING, value -> session(value, reading));
    reading.observed(signal.observedAt(), sessions.isEmpty() ? null : sessions);
    return sessions;
  }

  /** One session. */
  @Mapping(target = "id", source = "id")
  @Mapping(target = "startedAt", source = "startTime")
  @Mapping(target = "endedAt", source = "endTime")
  @Mapping(target = "startPercent", source = "startStateOfCharge", qualifiedByName = "percent")
  @Mapping(target = "endPercent", source = "endStateOfCharge", qualifiedByName = "percent")
  @Mapping(target = "energyAddedKilowattHours", source = "energyAdded")
  @Mapping(target = "currentType", source = "chargingType")
  @Mapping(target = "publicCharger", source = "isPublicCharger")
  @Mapping(target = "cost", source = "cost")
  @Mapping(target = "location", source = "location")
  Session session(ChargeRecords.Value value, @Context Reading reading);

  /** What it cost. */
  default Cost cost(ChargeRecords.Cost cost, @Context Reading reading) {
    return reading.inside("cost", () -> amounts(cost, reading));
  }

  /** Its amounts. */
  @Named("amounts")
  @Mapping(target = "currency", source = "currency")
  Cost amounts(ChargeRecords.Cost cost, @Context Reading reading);
}
