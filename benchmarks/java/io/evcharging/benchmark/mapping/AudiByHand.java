package io.evcharging.benchmark.mapping;

import com.fasterxml.jackson.core.JsonToken;
import io.evcharging.normalise.Answer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Audi's endpoint by hand: token by token into fields, no record and no table. */
final class AudiByHand {

  private final HandReader in;
  private final HandFields to;
  private @Nullable BigDecimal wattage;
  private @Nullable BigDecimal chargeRate;
  private @Nullable BigDecimal limit;
  private @Nullable String state;
  private @Nullable String mode;
  private @Nullable String power;
  private @Nullable String type;
  private @Nullable String latch;
  private @Nullable String color;
  private @Nullable Boolean pluggedIn;
  private @Nullable Instant completion;

  private AudiByHand(HandReader in) {
    this.in = in;
    this.to = new HandFields(in);
  }

  static byte[] map(Answer answer) throws IOException {
    try (HandReader in = new HandReader(answer.pages().get(0))) {
      AudiByHand mapping = new AudiByHand(in);
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
        case "chargingStatus" -> state = in.text(name);
        case "isPluggedIn" -> pluggedIn = in.flag(name);
        case "chargeRate" -> chargeRate = in.number(name);
        case "chargeType" -> type = in.text(name);
        case "chargePortColor" -> color = in.text(name);
        case "chargePortLatch" -> latch = in.text(name);
        case "completionTime" -> completion = in.time(name);
        case "chargeMode" -> mode = in.text(name);
        case "socLimit" -> limit = in.number(name);
        case "externalPowerStatus" -> power = in.text(name);
        case "wattage" -> wattage = in.number(name);
        default -> in.unknown(name);
      }
    }
  }

  private void status() {
    String path = "status.state";
    to.state = HandWords.state(in, path, in.value("chargingStatus", path, state));
    to.pluggedIn = in.value("isPluggedIn", "status.pluggedIn", pluggedIn);
    path = "status.mode";
    to.mode = HandWords.mode(in, path, in.value("chargeMode", path, mode));
    path = "status.externalPower";
    to.externalPower = HandWords.power(in, path, in.value("externalPowerStatus", path, power));
    path = "status.currentType";
    to.currentType = HandWords.current(in, path, in.value("chargeType", path, type));
  }

  private void electrical() {
    to.power(in.value("wattage", "electrical.powerWatts", wattage));
  }

  private void progress(boolean imperial) {
    String path = "progress.rangeRateKilometersPerHour";
    to.rangeRate = HandFields.distance(in.value("chargeRate", path, chargeRate), imperial);
    to.completesAt = in.value("completionTime", "progress.completesAt", completion);
  }

  private void limits() {
    String path = "limits.activePercent";
    to.activePercent = to.fraction(path, in.value("socLimit", path, limit));
  }

  private void port() {
    String path = "port.cableLatched";
    to.cableLatched = HandWords.latch(in, path, in.value("chargePortLatch", path, latch));
    path = "port.indicatorColor";
    to.indicatorColor = HandWords.color(in, path, in.value("chargePortColor", path, color));
  }
}
