package io.evcharging.simulator;

import java.time.Duration;

/** Says what is wrong with a setting, its value and what is allowed. */
final class Check {

  private Check() {}

  static void that(boolean holds, String name, Object value, String allowed) {
    if (!holds) {
      throw new IllegalArgumentException(name + " is " + value + ", must be " + allowed);
    }
  }

  static void range(String name, double value, double least, double most) {
    that(value >= least && value <= most, name, value, "from " + least + " to " + most);
  }

  static void range(String name, long value, long least, long most) {
    that(value >= least && value <= most, name, value, "from " + least + " to " + most);
  }

  static void notNegative(String name, Duration value) {
    that(!value.isNegative(), name, value, "zero or more");
  }

  static void text(String name, String value) {
    that(!value.isBlank(), name, '"' + value + '"', "some text");
  }
}
