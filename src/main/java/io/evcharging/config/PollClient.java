package io.evcharging.config;

import java.util.Optional;

/** What polls are made with. */
public enum PollClient {
  /** Without a thread for each poll that waits. */
  ASYNC("async"),
  /** Camel's component for HTTP, with a thread for each. */
  CAMEL_HTTP("camel-http");

  private final String key;

  PollClient(String key) {
    this.key = key;
  }

  static Optional<PollClient> of(String key) {
    for (PollClient client : values()) {
      if (client.key.equals(key)) {
        return Optional.of(client);
      }
    }
    return Optional.empty();
  }
}
