package io.evcharging.benchmark;

import org.jspecify.annotations.Nullable;

/**
 * One way to run the routes.
 *
 * @param name as the report names it
 * @param client {@code evcharging.poll.client}
 * @param broker whose topic is the channel of observations, {@code null} for memory
 */
record Way(String name, String client, @Nullable String broker) {

  static final Way ASYNC = new Way("routes to file", "async", null);
  static final Way CAMEL_HTTP = new Way("routes to file, camel-http", "camel-http", null);

  static Way journal(String broker) {
    return new Way("routes through the journal to file", "async", broker);
  }
}
