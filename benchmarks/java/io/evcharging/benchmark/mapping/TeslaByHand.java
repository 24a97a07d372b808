package io.evcharging.benchmark.mapping;

import com.fasterxml.jackson.core.JsonToken;
import io.evcharging.canonical.FindingCode;
import io.evcharging.normalise.Answer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tesla's endpoint by hand: token by token into fields, no record and no table. */
final class TeslaByHand {

  private final HandReader in;
  private final HandFields to;
  private @Nullable BigDecimal amperage;
  private @Nullable BigDecimal wattage;
  private @Nullable BigDecimal voltage;
  private @Nullable BigDecimal chargeRate;
  private @Nullable BigDecimal limit;
  private @Nullable BigDecimal limitMin;
  private @Nullable BigDecimal limitMax;
  private @Nullable BigDecimal limitDefault;
  private @Nullable BigDecimal requested;
  private @Nullable BigDecimal maxVehicle;
  private @Nullable BigDecimal maxCharger;
  private @Nullable BigDecimal phases;
  private @Nullable BigDecimal energyAdded;
  private @Nullable BigDecimal rated;
  private @Nullable BigDecimal ideal;
  private @Nullable Boolean pluggedIn;
  private @Nullable Boolean present;
  private @Nullable Boolean flap;
  private @Nullable String state;
  private @Nullable String cable;
  private @Nullable String type;
  private @Nullable String brand;
  private @Nullable String color;
  private @Nullable String latch;
  private @Nullable Instant completion;

  private TeslaByHand(HandReader in) {
    this.in = in;
    this.to = new HandFields(in);
  }

  static byte[] map(Answer answer) throws IOException {
    try (HandReader in = new HandReader(answer.pages().get(0))) {
      TeslaByHand mapping = new TeslaByHand(in);
      mapping.to.times(answer);
      mapping.read();
      mapping.status();
      mapping.electrical();
      mapping.progress("imperial".equalsIgnoreCase(answer.headers().unitSystem()));
      mapping.limits();
      mapping.port();
      return mapping.to.write(answer);
    }
  }

  private void read() throws IOException {
    if (in.parser.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("it is no object");
    }
    for (String name = in.parser.nextFieldName(); name != null; name = in.parser.nextFieldName()) {
      switch (name) {
        case "amperage" -> amperage = in.number(name);
        case "completionTime" -> completion = in.time(name);
        case "wattage" -> wattage = in.number(name);
        case "voltage" -> voltage = in.number(name);
        case "isPluggedIn" -> pluggedIn = in.flag(name);
        case "state" -> state = in.text(name);
        case "socLimit" -> limit = in.number(name);
        case "amperageMaxVehicle" -> maxVehicle = in.number(name);
        case "socLimitMax" -> limitMax = in.number(name);
        case "socLimitMin" -> limitMin = in.number(name);
        case "socLimitDefault" -> limitDefault = in.number(name);
        case "amperageRequested" -> requested = in.number(name);
        case "energyAdded" -> energyAdded = in.number(name);
        case "rangeAddedRated" -> rated = in.number(name);
        case "rangeAddedIdeal" -> ideal = in.number(name);
        case "chargeRate" -> chargeRate = in.number(name);
        case "connector" -> cable = in.text(name);
        case "fastChargerPresent" -> present = in.flag(name);
        case "fastChargerType" -> type = in.text(name);
        case "fastChargerBrand" -> brand = in.text(name);
        case "amperageMaxCharger" -> maxCharger = in.number(name);
        case "chargePortColor" -> color = in.text(name);
        case "chargePortOpen" -> flap = in.flag(name);
        case "chargePortLatch" -> latch = in.text(name);
        case "chargerPhases" -> phases = in.number(name);
        default -> in.unknown(name);
      }
    }
  }

  private void status() {
    String path = "status.state";
    to.state = HandWords.state(in, path, in.value("state", path, state));
    to.pluggedIn = in.value("isPluggedIn", "status.pluggedIn", pluggedIn);
  }

  private void electrical() {
    to.currentAmps = HandFields.exact(in, "amperage", "electrical.currentAmps", amperage);
    String path = "electrical.requestedCurrentAmps";
    to.requestedCurrentAmps = HandFields.exact(in, "amperageRequested", path, requested);
    path = "electrical.maxVehicleCurrentAmps";
    to.maxVehicleCurrentAmps = HandFields.exact(in, "amperageMaxVehicle", path, maxVehicle);
    path = "electrical.maxChargerCurrentAmps";
    to.maxChargerCurrentAmps = HandFields.exact(in, "amperageMaxCharger", path, maxCharger);
    to.voltageVolts = HandFields.exact(in, "voltage", "electrical.voltageVolts", voltage);
    to.power(in.value("wattage", "electrical.powerWatts", wattage));
    path = "electrical.phases";
    to.phases = phases(path, in.value("chargerPhases", path, phases));
  }

  private void progress(boolean imperial) {
    String path = "progress.energyAddedKilowattHours";
    to.energyAdded = HandFields.exact(in, "energyAdded", path, energyAdded);
    path = "progress.rangeAddedRatedKilometers";
    to.rangeAddedRated = HandFields.distance(in.value("rangeAddedRated", path, rated), imperial);
    path = "progress.rangeAddedIdealKilometers";
    to.rangeAddedIdeal = HandFields.distance(in.value("rangeAddedIdeal", path, ideal), imperial);
    path = "progress.rangeRateKilometersPerHour";
    to.rangeRate = HandFields.distance(in.value("chargeRate", path, chargeRate), imperial);
    to.completesAt = in.value("completionTime", "progress.completesAt", completion);
  }

  private void limits() {
    String path = "limits.activePercent";
    to.activePercent = to.fraction(path, in.value("socLimit", path, limit));
    path = "limits.minPercent";
    to.minPercent = to.fraction(path, in.value("socLimitMin", path, limitMin));
    path = "limits.maxPercent";
    to.maxPercent = to.fraction(path, in.value("socLimitMax", path, limitMax));
    path = "limits.defaultPercent";
    to.defaultPercent = to.fraction(path, in.value("socLimitDefault", path, limitDefault));
  }

  private void port() {
    to.flapOpen = in.value("chargePortOpen", "port.flapOpen", flap);
    String path = "port.cableLatched";
    to.cableLatched = HandWords.latch(in, path, in.value("chargePortLatch", path, latch));
    path = "port.indicatorColor";
    to.indicatorColor = HandWords.color(in, path, in.value("chargePortColor", path, color));
    path = "port.cable";
    to.cable = HandWords.connector(in, path, in.value("connector", path, cable));
    to.fastChargerPresent = in.value("fastChargerPresent", "fastCharger.present", present);
    path = "fastCharger.standard";
    to.fastChargerStandard = HandWords.connector(in, path, in.value("fastChargerType", path, type));
    to.fastChargerBrand = in.value("fastChargerBrand", "fastCharger.brand", brand);
  }

  private @Nullable Long phases(String path, @Nullable BigDecimal said) {
    if (said == null) {
      return null;
    }
    try {
      int count = said.intValueExact();
      if (count == 2) {
        String why = "Tesla says 2 where it charges with three phases.";
        in.flag(path, FindingCode.DERIVED, said, why);
        return 3L;
      }
      return (long) count;
    } catch (ArithmeticException fraction) {
      in.unreadable(path, said);
      return null;
    }
  }
}
