package io.evcharging.config;

import io.evcharging.token.RefreshTokenLines;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the tokens of one generation come from.
 *
 * @param auth the way
 * @param tokenUrl the token server's
 * @param clientId of the application; empty where it is not needed
 * @param clientSecret that goes with it, a secret
 * @param refreshTokens the first refresh token of each user, secrets
 * @param refreshTokensFile a file of the same, {@code null} for none
 */
public record GrantConfig(
    Auth auth,
    URI tokenUrl,
    String clientId,
    String clientSecret,
    Map<String, String> refreshTokens,
    @Nullable Path refreshTokensFile) {

  private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");
  private static final Pattern CLIENT_ID = Pattern.compile("[\\x21-\\x7e&&[^:]]+");

  private static final Set<PosixFilePermission> OWNERS =
      PosixFilePermissions.fromString("rwx------");

  /** Keeps a copy. */
  public GrantConfig {
    refreshTokens = Map.copyOf(refreshTokens);
  }

  static GrantConfig v2(Values values) {
    String prefix = "evcharging.smartcar.v2.";
    Auth auth = auth(values, prefix, Auth.REFRESH_TOKEN);
    Map<String, String> tokens = refreshTokens(values, Keys.REFRESH_TOKENS);
    Path file = file(values, prefix + "refresh-tokens-file");
    return read(values, prefix, auth, Keys.V2_SECRET, tokens, file);
  }

  static GrantConfig v3(Values values) {
    String prefix = "evcharging.smartcar.v3.";
    Auth auth = auth(values, prefix, Auth.CLIENT_CREDENTIALS);
    return read(values, prefix, auth, Keys.V3_SECRET, Map.of(), null);
  }

  private static GrantConfig read(
      Values values,
      String prefix,
      Auth auth,
      String secret,
      Map<String, String> tokens,
      @Nullable Path file) {
    boolean needed = auth != Auth.STATIC;
    return new GrantConfig(
        auth,
        values.baseUrl(prefix + "token-url"),
        login(values, prefix + "client-id", CLIENT_ID, needed),
        login(values, secret, PRINTABLE, needed),
        tokens,
        file);
  }

  private static Auth auth(Values values, String prefix, Auth other) {
    return values.read(
        prefix + "auth",
        Auth.STATIC,
        "static or " + other.label(),
        text ->
            text.equals(Auth.STATIC.label())
                ? Auth.STATIC
                : text.equals(other.label()) ? other : null);
  }

  private static String login(Values values, String key, Pattern pattern, boolean needed) {
    String allowed = "as Smartcar's dashboard shows it, without white space";
    return needed || values.optional(key) != null ? values.matching(key, pattern, allowed) : "";
  }

  private static Map<String, String> refreshTokens(Values values, String key) {
    if (values.optional(key) == null) {
      return Map.of();
    }
    return values.read(
        key,
        Map.of(),
        "<user id>=<refresh token>, each user once, separated by commas",
        GrantConfig::parsed);
  }

  private static @Nullable Map<String, String> parsed(String text) {
    try {
      return RefreshTokenLines.parse(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable Path file(Values values, String key) {
    if (values.optional(key) == null) {
      return null;
    }
    Path file = values.path(key);
    try {
      RefreshTokenLines.read(file);
    } catch (IOException e) {
      values.fault(
          key, "a readable file of lines <user id>=<refresh token> (" + e.getMessage() + ")");
    }
    return file;
  }

  /**
   * Whether others than its owner may read or write the file of refresh tokens.
   *
   * @return false where there is none, and where files have no such permissions
   */
  public boolean isOpenToOthers() {
    if (auth != Auth.REFRESH_TOKEN || refreshTokensFile == null) {
      return false;
    }
    try {
      return !OWNERS.containsAll(Files.getPosixFilePermissions(refreshTokensFile));
    } catch (IOException | UnsupportedOperationException nothingKnown) {
      return false;
    }
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "GrantConfig[auth=%s, tokenUrl=%s, clientId=%s, refreshTokens=hidden, refreshTokensFile=%s]"
        .formatted(auth.label(), tokenUrl, clientId, refreshTokensFile);
  }
}
