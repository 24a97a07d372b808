package io.evcharging.source.smartcar;

import java.util.Locale;

/** The two generations of the source API: each has its own base URL, and its own tokens. */
public enum ApiGeneration {
  /** Brand endpoints and commands: a token for each user. */
  V2,
  /** Signals and connections: a token for the application. */
  V3;

  /** The word in keys, logs and metrics. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
