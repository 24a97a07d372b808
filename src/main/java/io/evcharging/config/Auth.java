package io.evcharging.config;

import java.util.Locale;

/** Where the access tokens of one generation of the source API come from. */
public enum Auth {
  /** From the configuration, for ever. */
  STATIC,
  /** From the token server, for the application. */
  CLIENT_CREDENTIALS,
  /** From the token server, for each user, against refresh tokens that rotate. */
  REFRESH_TOKEN;

  /** The word in the configuration. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
