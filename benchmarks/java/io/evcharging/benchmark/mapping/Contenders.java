package io.evcharging.benchmark.mapping;

import io.evcharging.normalise.Normaliser;
import java.io.IOException;

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

  /** In a language that maps trees. */
  static Contender jslt(Sample sample) {
    return new TreeMapping(new Jslt(sample));
  }

  /** In a language that maps trees, with Java for what it has no words for. */
  static Contender jolt(Sample sample) throws IOException {
    return new Jolt(sample);
  }
}
