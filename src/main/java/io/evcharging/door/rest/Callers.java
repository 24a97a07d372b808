package io.evcharging.door.rest;

import io.evcharging.config.DoorConfig;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out who sends a request, by its bearer key or token. */
final class Callers {

  /** RFC 6750; what is longer is not even looked at. */
  private static final Pattern BEARER =
      Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/=-]{1,8000}) *");

  private static final Pattern TOKEN = Pattern.compile("[^.]+\\.[^.]+\\.[^.]+");

  private final boolean any;
  private final Keyring keys;
  private final @Nullable Tokens tokens;

  Callers(DoorConfig config, Clock clock) {
    any = config.hasCallers();
    keys = new Keyring(config.keys());
    tokens = config.jwt() == null ? null : new Tokens(config.jwt(), clock);
  }

  /** Whether anybody could be one. */
  boolean any() {
    return any;
  }

  /**
   * The caller.
   *
   * @param authorization the header's value
   * @return empty for no key, a wrong one, or another scheme
   * @throws IssuerAwayException when it is a token, and the issuer's keys cannot be had
   */
  Optional<Caller> find(String authorization) throws IssuerAwayException {
    Matcher bearer = BEARER.matcher(authorization);
    if (!bearer.matches()) {
      return Optional.empty();
    }
    String credential = bearer.group(1);
    Optional<Caller> owner = keys.owner(credential);
    return owner.isEmpty() && tokens != null && TOKEN.matcher(credential).matches()
        ? tokens.owner(credential)
        : owner;
  }
}
