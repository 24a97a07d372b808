package io.evcharging.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** The forms in which signals carry their times. */
public enum TimeFormat {
  /** ISO 8601 text. */
  ISO,
  /** Milliseconds since 1970. */
  EPOCH_MILLIS,
  /** Seconds since 1970. */
  EPOCH_SECONDS,
  /** No time at all. */
  NONE;

  void put(ObjectNode node, String key, Instant time) {
    switch (this) {
      case ISO -> node.put(key, Json.iso(time));
      case EPOCH_MILLIS -> node.put(key, time.toEpochMilli());
      case EPOCH_SECONDS -> node.put(key, time.getEpochSecond());
      case NONE -> node.remove(key);
    }
  }
}
