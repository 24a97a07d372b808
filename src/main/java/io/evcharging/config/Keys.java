package io.evcharging.config;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is known about the names of the keys. */
final class Keys {

  static final String ACCESS_TOKEN = "evcharging.smartcar.access-token";
  static final String V2_SECRET = "evcharging.smartcar.v2.client-secret";
  static final String V3_SECRET = "evcharging.smartcar.v3.client-secret";
  static final String REFRESH_TOKENS = "evcharging.smartcar.v2.refresh-tokens";
  static final String REST_HEADERS = "evcharging.deliver.rest.headers";
  static final String JMS_PASSWORD = "evcharging.jms.password";
  static final String STATE_PASSWORD = "evcharging.state.password";
  static final String COMMAND_KEYS = "evcharging.command.keys";
  static final String JWT_SECRET = "evcharging.command.jwt.secret";

  private static final Set<String> SECRETS =
      Set.of(
          ACCESS_TOKEN,
          V2_SECRET,
          V3_SECRET,
          REFRESH_TOKENS,
          REST_HEADERS,
          JMS_PASSWORD,
          STATE_PASSWORD,
          COMMAND_KEYS,
          JWT_SECRET);
  private static final Pattern SINK_URI =
      Pattern.compile("evcharging\\.deliver\\.([a-z0-9-]+)\\.(uri|retry-for)");

  private Keys() {}

  static boolean isSecret(String key) {
    return SECRETS.contains(key);
  }

  static boolean isKnown(String key) {
    return Defaults.load().containsKey(key)
        || SINK_URI.matcher(key).matches()
        || CommandKeys.LIMIT.matcher(key).matches();
  }

  /** The sink that a key is about, other than a packaged default; empty for all other keys. */
  static Optional<String> sinkOf(String key) {
    Matcher matcher = SINK_URI.matcher(key);
    return matcher.matches() && !Defaults.load().containsKey(key)
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  static Optional<String> nearest(String key) {
    return Nearest.to(key, Defaults.load().keySet());
  }
}
