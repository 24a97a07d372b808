package io.evcharging.simulator;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code SC-Unit-System} asks for. */
enum Units {
  METRIC(1),
  IMPERIAL(1 / 1.609344);

  private final double perKilometer;

  Units(double perKilometer) {
    this.perKilometer = perKilometer;
  }

  /** Metric unless imperial is asked for. */
  static Units of(@Nullable String header) {
    return "imperial".equalsIgnoreCase(header) ? IMPERIAL : METRIC;
  }

  double distance(double kilometers) {
    return kilometers * perKilometer;
  }

  String header() {
    return name().toLowerCase(Locale.ROOT);
  }
}
