package io.evcharging.operate;

import java.time.Duration;
import java.time.Instant;

/** Time for people: how long, in the one unit that says enough. */
final class Ago {

  private Ago() {}

  static String of(Instant then, Instant now) {
    return length(then, now) + " ago";
  }

  static String length(Instant then, Instant now) {
    return length(Duration.between(then, now));
  }

  /** {@code 12 s}, {@code 3 min}, {@code 5 h}, {@code 2 days}; never negative. */
  static String length(Duration length) {
    long seconds = Math.max(0, length.toSeconds());
    if (seconds < 120) {
      return seconds + " s";
    } else if (seconds < 2 * 3600) {
      return seconds / 60 + " min";
    } else if (seconds < 2 * 86400) {
      return seconds / 3600 + " h";
    }
    return seconds / 86400 + " days";
  }
}
