package io.evcharging.benchmark.mapping;

import io.evcharging.normalise.Normaliser;

/** The ways in Java. */
final class Contenders {

  private Contenders() {}

  /** What the routes use. */
  static Contender normaliser() {
    Normaliser normaliser = new Normaliser();
    return answer -> normaliser.normalise(answer).orElseThrow().json();
  }

  /** Written for one schema, by hand. */
  static Contender byHand(Sample sample) {
    return switch (sample) {
      case TESLA -> TeslaByHand::map;
      case AUDI -> AudiByHand::map;
      case SIGNALS -> SignalsByHand::map;
    };
  }
}
