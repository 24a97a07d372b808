package io.evcharging.mapping;

import io.evcharging.canonical.LimitRule;
import io.evcharging.source.signals.ChargeLimits;
import io.evcharging.source.signals.Signal;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

/** The signal ChargeLimits, which tells one unit for all its limits. */
@Mapper(
    config = Strict.class,
    uses = {Presence.class, ConditionMapper.class, SignalUnits.class})
interface ChargeLimitsMapper {

  LimitRule NOTHING = new LimitRule(null, null, null, null);

  /** The unit that the signal tells, as it came. */
  record Unit(@Nullable Object told) {}

  /** The limit that holds now. */
  default @Nullable BigDecimal activePercent(
      Signal<ChargeLimits> signal, @Context Reading reading) {
    reading.cursor().arrive("activeLimit", "activePercent");
    reading.claim("activeLimit");
    ChargeLimits body = signal.body();
    BigDecimal limit = body == null ? null : body.activeLimit();
    boolean told = reading.isValue(limit);
    if (body == null || (!told && rulesOf(body).stream().noneMatch(ChargeLimitsMapper::hasLimit))) {
      reading.claim("unit");
      return null;
    }
    boolean readable = Units.SHARE.check(reading.orFault("unit", body.unit()), limit, reading);
    return limit == null || !told || !readable
        ? null
        : reading.observed(signal.observedAt(), SignalUnits.percent(limit, reading));
  }

  /** The limits that hold somewhere; in an unknown unit, what is told of them besides. */
  default List<LimitRule> rules(Signal<ChargeLimits> signal, @Context Reading reading) {
    reading.claim("values");
    ChargeLimits body = signal.body();
    if (body == null) {
      return List.of();
    }
    Unit unit = new Unit(reading.orFault("unit", body.unit()));
    List<LimitRule> rules =
        reading.each("values", rulesOf(body), NOTHING, value -> rule(value, reading, unit));
    reading.observed(signal.observedAt(), rules.isEmpty() ? null : rules);
    return rules;
  }

  /** One limit. */
  @Mapping(target = "scope", source = "type")
  @Mapping(target = "percent", source = "limit", qualifiedByName = "inUnit")
  @Mapping(target = "location", source = "condition")
  @Mapping(target = "currentType", source = "condition")
  LimitRule rule(ChargeLimits.Value value, @Context Reading reading, @Context Unit unit);

  /** A limit in the unit of all of them. */
  @Named("inUnit")
  static @Nullable BigDecimal percent(
      BigDecimal limit, @Context Reading reading, @Context Unit unit) {
    return Units.SHARE.isKnown(unit.told(), limit, reading)
        ? SignalUnits.percent(limit, reading)
        : null;
  }

  private static boolean hasLimit(ChargeLimits.@Nullable Value value) {
    return value != null && value.limit() != null;
  }

  private static List<ChargeLimits.@Nullable Value> rulesOf(ChargeLimits body) {
    List<ChargeLimits.@Nullable Value> values = body.values();
    return values == null ? List.of() : values;
  }
}
