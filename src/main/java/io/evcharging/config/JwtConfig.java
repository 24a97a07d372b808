package io.evcharging.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which JSON Web Tokens are accepted. Exactly one of the first three is there.
 *
 * @param jwksUrl where the issuer publishes its keys
 * @param publicKey the issuer's key, RSA or EC
 * @param secret shared with the issuer
 * @param issuer that a token must name
 * @param audience that a token must name
 * @param scope that a token must have
 */
public record JwtConfig(
    @Nullable URI jwksUrl,
    @Nullable PublicKey publicKey,
    @Nullable String secret,
    String issuer,
    String audience,
    String scope) {

  private static final String PREFIX = "evcharging.command.jwt.";
  private static final String JWKS_URL = PREFIX + "jwks-url";
  private static final String PUBLIC_KEY = PREFIX + "public-key";
  private static final int SHORTEST_RSA = 2048;
  private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]{32,512}");
  private static final Pattern PEM = Pattern.compile("-----[A-Z ]+-----|\\s|\\\\n");

  static @Nullable JwtConfig read(Values values) {
    List<String> given =
        Stream.of(JWKS_URL, PUBLIC_KEY, Keys.JWT_SECRET)
            .filter(key -> values.optional(key) != null)
            .toList();
    String scope =
        values.matching(
            PREFIX + "scope", Pattern.compile("[\\x21-\\x7e]{1,200}"), "one scope, without blanks");
    if (given.isEmpty()) {
      refuseAlone(values, PREFIX + "issuer");
      refuseAlone(values, PREFIX + "audience");
      return null;
    }
    if (given.size() > 1) {
      values.fault(given.get(1), "only one of jwks-url, public-key and secret");
    }
    return new JwtConfig(
        ifGiven(values, JWKS_URL, () -> jwksUrl(values)),
        ifGiven(values, PUBLIC_KEY, () -> publicKey(values)),
        ifGiven(values, Keys.JWT_SECRET, () -> secret(values)),
        values.text(PREFIX + "issuer", "the issuer that a token must name"),
        values.text(PREFIX + "audience", "the audience that a token must name"),
        scope);
  }

  private static void refuseAlone(Values values, String key) {
    if (values.optional(key) != null) {
      values.fault(key, "tokens need jwks-url, public-key or secret as well");
    }
  }

  private static <T> @Nullable T ifGiven(
      Values values, String key, Supplier<? extends @Nullable T> reader) {
    return values.optional(key) == null ? null : reader.get();
  }

  private static URI jwksUrl(Values values) {
    return values.read(
        JWKS_URL,
        URI.create("https://localhost"),
        "an https URL without login; http on this machine alone",
        text -> {
          URI url = Parse.url(text);
          return url != null && ("https".equalsIgnoreCase(url.getScheme()) || local(url))
              ? url
              : null;
        });
  }

  /** Only as written: a name that anybody may change is not this machine. */
  private static boolean local(URI url) {
    String host = url.getHost();
    try {
      return host.equals("localhost")
          || (host.matches("[0-9.]+|\\[.*]") && InetAddress.getByName(host).isLoopbackAddress());
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static String secret(Values values) {
    return values.matching(
        Keys.JWT_SECRET, SECRET, "32 to 512 printable ASCII characters without blanks");
  }

  private static @Nullable PublicKey publicKey(Values values) {
    return values
        .read(
            PUBLIC_KEY,
            Optional.<PublicKey>empty(),
            "a public key, RSA of at least 2048 bits or EC, as PEM on one line or Base64",
            text -> {
              Optional<PublicKey> key = Optional.ofNullable(parsed(text));
              return key.isPresent() ? key : null;
            })
        .orElse(null);
  }

  private static @Nullable PublicKey parsed(String text) {
    for (String algorithm : List.of("RSA", "EC")) {
      try {
        byte[] der = Base64.getDecoder().decode(PEM.matcher(text).replaceAll(""));
        PublicKey key =
            KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der));
        boolean weak =
            key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA;
        return weak ? null : key;
      } catch (GeneralSecurityException | IllegalArgumentException notThisOne) {
        // The next algorithm, or none.
      }
    }
    return null;
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "JwtConfig[jwksUrl=%s, publicKey=%s, secret=hidden, issuer=%s, audience=%s, scope=%s]"
        .formatted(
            jwksUrl == null ? null : Redacted.uri(jwksUrl.toString()),
            publicKey == null ? null : publicKey.getAlgorithm(),
            issuer,
            audience,
            scope);
  }
}
