package io.evcharging.mapping;

import io.evcharging.canonical.ChargingState;
import io.evcharging.canonical.ConnectorType;
import io.evcharging.canonical.CurrentType;
import io.evcharging.canonical.IndicatorColor;
import io.evcharging.canonical.RuleScope;
import io.evcharging.canonical.ScheduleType;
import java.time.DayOfWeek;

/** The words that the source API uses for every make, and those of the trade. */
final class SmartcarWords {

  static final Vocabulary<ChargingState> STATES =
      Vocabulary.elseMeaning(ChargingState.UNKNOWN)
          .with(ChargingState.CHARGING, "CHARGING")
          .with(ChargingState.COMPLETE, "FULLY_CHARGED")
          .with(ChargingState.NOT_CHARGING, "NOT_CHARGING");

  static final Vocabulary<CurrentType> CURRENTS =
      Vocabulary.elseMeaning(CurrentType.UNKNOWN)
          .with(CurrentType.AC, "AC")
          .with(CurrentType.DC, "DC");

  static final Vocabulary<ConnectorType> CONNECTORS =
      Vocabulary.elseMeaning(ConnectorType.UNKNOWN)
          .with(ConnectorType.IEC_62196_T1, "IEC_62196_T1", "J1772", "SAE_J1772", "SAE", "Type 1")
          .with(ConnectorType.IEC_62196_T2, "IEC_62196_T2", "IEC", "Mennekes", "Type 2")
          .with(ConnectorType.IEC_62196_T1_COMBO, "IEC_62196_T1_COMBO", "CCS1")
          .with(ConnectorType.IEC_62196_T2_COMBO, "IEC_62196_T2_COMBO", "CCS2")
          .with(ConnectorType.CHADEMO, "CHAdeMO")
          .with(ConnectorType.GBT_AC, "GBT_AC", "GB_AC")
          .with(ConnectorType.GBT_DC, "GBT_DC", "GB_DC")
          .with(ConnectorType.TESLA_S, "TESLA_S", "Supercharger")
          .with(ConnectorType.SAE_J3400, "SAE_J3400", "J3400", "NACS")
          .with(ConnectorType.CCS_UNSPECIFIED, "CCS", "Combo");

  static final Vocabulary<IndicatorColor> COLORS =
      Vocabulary.elseMeaning(IndicatorColor.UNKNOWN)
          .with(IndicatorColor.GREEN, "green")
          .with(IndicatorColor.BLUE, "blue")
          .with(IndicatorColor.RED, "red")
          .with(IndicatorColor.WHITE, "white")
          .with(IndicatorColor.YELLOW, "yellow")
          .with(IndicatorColor.ORANGE, "orange")
          .with(IndicatorColor.OFF, "off");

  /** {@code CONNECTOR} is the older name of {@code CHARGING_TYPE}. */
  static final Vocabulary<RuleScope> SCOPES =
      Vocabulary.elseMeaning(RuleScope.UNKNOWN)
          .with(RuleScope.GLOBAL, "GLOBAL")
          .with(RuleScope.LOCATION, "LOCATION")
          .with(RuleScope.CHARGING_TYPE, "CHARGING_TYPE", "CONNECTOR");

  static final Vocabulary<ScheduleType> SCHEDULES =
      Vocabulary.elseMeaning(ScheduleType.UNKNOWN)
          .with(ScheduleType.DAILY, "DAILY")
          .with(ScheduleType.WEEKLY, "WEEKLY")
          .with(ScheduleType.WORKWEEK, "WORKWEEK");

  static final Vocabulary<DayOfWeek> DAYS = days();

  private SmartcarWords() {}

  private static Vocabulary<DayOfWeek> days() {
    Vocabulary<DayOfWeek> days = Vocabulary.elseMeaning(null);
    for (DayOfWeek day : DayOfWeek.values()) {
      days = days.with(day, day.name());
    }
    return days;
  }
}
