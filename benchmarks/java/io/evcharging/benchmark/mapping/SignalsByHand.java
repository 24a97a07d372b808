package io.evcharging.benchmark.mapping;

import com.fasterxml.jackson.core.JsonToken;
import io.evcharging.canonical.FindingCode;
import io.evcharging.normalise.Answer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of signals by hand. Knows the 18 with a single value, and limits without rules. */
final class SignalsByHand {

  private static final HandUnit AMPS =
      HandUnit.of("1", "A", "ampere", "amperes", "amp", "amps", "A");
  private static final HandUnit VOLTS = HandUnit.of("1", "V", "volt", "volts", "V");
  private static final HandUnit WATTS = HandUnit.of("1", "W", "watt", "watts", "W");
  private static final HandUnit KILOWATTS = HandUnit.of("1000", "", "kilowatt", "kilowatts", "kW");
  private static final HandUnit KWH =
      HandUnit.of("1", "kWh", "kWh", "kWhr", "kilowatt_hours", "kilowatt-hours");
  private static final HandUnit KPH = HandUnit.of("1", "km/h", "km/h", "kph");
  private static final HandUnit MPH = HandUnit.of("1.609344", "", "mph", "miles_per_hour");
  private static final HandUnit MINUTES = HandUnit.of("60", "min", "min", "minute", "minutes");
  private static final HandUnit SECONDS = HandUnit.of("1", "", "s", "seconds");
  private static final HandUnit HOURS = HandUnit.of("3600", "", "h", "hours");
  private static final HandUnit PERCENT = HandUnit.of("1", "percent", "percent", "percentage", "%");
  private static final HandUnit COUNT = HandUnit.of("1", "", "count", "none");

  private final HandReader in;
  private final HandFields to;
  private final Map<String, SignalByHand> signals = new HashMap<>();
  private final SignalByHand none;

  private SignalsByHand(HandReader in) {
    this.in = in;
    this.to = new HandFields(in);
    this.none = new SignalByHand(in);
  }

  static byte[] map(Answer answer) throws IOException {
    try (HandReader in = new HandReader(answer.pages().get(0))) {
      SignalsByHand mapping = new SignalsByHand(in);
      mapping.to.times(answer);
      mapping.read();
      mapping.status();
      mapping.electrical();
      mapping.progress();
      mapping.rest();
      mapping.times();
      return mapping.to.write(answer);
    }
  }

  private void read() throws IOException {
    in.parser.nextToken();
    for (String name = in.parser.nextFieldName(); name != null; name = in.parser.nextFieldName()) {
      in.parser.nextToken();
      if (!name.equals("data")) {
        in.parser.skipChildren();
        continue;
      }
      while (in.parser.nextToken() != JsonToken.END_ARRAY) {
        SignalByHand signal = new SignalByHand(in);
        signal.read();
        SignalByHand other = signals.get(signal.code);
        if (other == null || supersedes(signal.observedAt, other.observedAt)) {
          signals.put(String.valueOf(signal.code), signal);
        }
      }
    }
  }

  private static boolean supersedes(@Nullable Instant newer, @Nullable Instant older) {
    return newer != null && (older == null || newer.isAfter(older));
  }

  private SignalByHand signal(String code) {
    return signals.getOrDefault(code, none);
  }

  private void status() {
    String path = "status.state";
    SignalByHand signal = signal("charge-detailedchargingstatus");
    to.state = signal.meaning(to, path, HandWords.state(in, path, signal.word(path)));
    to.charging = signal("charge-ischarging").flag(to, "status.charging");
    to.pluggedIn = signal("charge-ischargingcableconnected").flag(to, "status.pluggedIn");
  }

  private void electrical() {
    to.currentAmps = signal("charge-amperage").quantity(to, "electrical.currentAmps", AMPS);
    to.requestedCurrentAmps =
        signal("charge-amperagerequested").quantity(to, "electrical.requestedCurrentAmps", AMPS);
    to.maxAvailableCurrentAmps =
        signal("charge-amperagemax").quantity(to, "electrical.maxAvailableCurrentAmps", AMPS);
    to.voltageVolts = signal("charge-voltage").quantity(to, "electrical.voltageVolts", VOLTS);
    SignalByHand power = signal("charge-wattage");
    to.rawPower = power.raw();
    to.powerWatts = power.quantity(to, "electrical.powerWatts", WATTS, KILOWATTS);
    to.phases = phases("electrical.phases");
  }

  private @Nullable Long phases(String path) {
    SignalByHand signal = signal("charge-chargerphases");
    BigDecimal phases = signal.number(path, COUNT);
    try {
      return phases == null ? null : signal.meaning(to, path, (long) phases.intValueExact());
    } catch (ArithmeticException fraction) {
      in.unreadable(path, phases);
      return null;
    }
  }

  private void progress() {
    to.energyAdded =
        signal("charge-energyadded").quantity(to, "progress.energyAddedKilowattHours", KWH);
    to.rangeRate =
        signal("charge-chargerate").quantity(to, "progress.rangeRateKilometersPerHour", KPH, MPH);
    String path = "progress.timeToCompleteSeconds";
    SignalByHand signal = signal("charge-timetocomplete");
    BigDecimal seconds = signal.number(path, MINUTES, SECONDS, HOURS);
    if (seconds != null && (seconds.signum() < 0 || seconds.precision() - seconds.scale() > 10)) {
      String why = "No time from now to completion; left out.";
      in.flag(path, FindingCode.OUT_OF_RANGE, signal.raw(), why);
    } else if (seconds != null) {
      long whole = seconds.setScale(0, RoundingMode.HALF_UP).longValue();
      to.timeToComplete = signal.meaning(to, path, whole);
    }
  }

  private void rest() {
    limit("limits.activePercent", signal("charge-chargelimits"));
    to.flapOpen = signal("charge-ischargingportflapopen").flag(to, "port.flapOpen");
    to.cableLatched = signal("charge-ischargingcablelatched").flag(to, "port.cableLatched");
    SignalByHand color = signal("charge-chargeportstatuscolor");
    String path = "port.indicatorColor";
    to.indicatorColor = color.meaning(to, path, HandWords.color(in, path, color.word(path)));
    SignalByHand inlet = signal("charge-chargingconnectortype");
    path = "port.inlet";
    to.inlet = inlet.meaning(to, path, HandWords.connector(in, path, inlet.word(path)));
    to.fastChargerPresent = signal("charge-isfastchargerpresent").flag(to, "fastCharger.present");
    SignalByHand type = signal("charge-fastchargertype");
    path = "fastCharger.standard";
    to.fastChargerStandard = type.meaning(to, path, HandWords.connector(in, path, type.word(path)));
  }

  private void limit(String path, SignalByHand signal) {
    BigDecimal percent = signal.number(path, PERCENT);
    if (percent == null) {
      return;
    }
    if (percent.signum() < 0 || percent.doubleValue() > 100) {
      in.flag(path, FindingCode.OUT_OF_RANGE, percent, "A share is 0 to 100 percent; left out.");
      return;
    }
    if (percent.signum() > 0 && percent.compareTo(BigDecimal.ONE) <= 0) {
      String why = "Up to 1, so it may be a fraction of 1.";
      in.flag(path, FindingCode.SUSPECT_SCALE, percent, why);
    }
    to.activePercent = signal.meaning(to, path, percent);
  }

  /** The newest of those that have a value. */
  private void times() {
    for (Instant time : to.times.values()) {
      to.observedAt = supersedes(time, to.observedAt) ? time : to.observedAt;
    }
    for (SignalByHand signal : signals.values()) {
      to.fetchedAt = supersedes(signal.fetchedAt, to.fetchedAt) ? signal.fetchedAt : to.fetchedAt;
    }
  }
}
