package io.evcharging.config;

/**
 * The HTTP door.
 *
 * @param host the address to listen on
 * @param port 0 to 65535, where 0 takes any free one
 */
public record HttpConfig(String host, int port) {

  static HttpConfig read(Values values) {
    return new HttpConfig(
        values.text("evcharging.http.host", "an address or a host name"),
        values.count("evcharging.http.port", 0, 65535));
  }
}
