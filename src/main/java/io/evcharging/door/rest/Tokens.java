package io.evcharging.door.rest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.evcharging.config.JwtConfig;
import java.net.URI;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * JSON Web Tokens of the configured issuer. Signed by a key pair, or, where a secret is configured,
 * by that; which algorithms may be is never the token's choice.
 */
final class Tokens {

  private static final Set<JWSAlgorithm> BY_KEY_PAIR =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);
  private static final Set<JWSAlgorithm> BY_SECRET =
      Set.of(JWSAlgorithm.HS256, JWSAlgorithm.HS384, JWSAlgorithm.HS512);

  private static final int LONGEST_NAME = 64;

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
  private final String scope;
  private final @Nullable IssuerKeys published;

  Tokens(JwtConfig config, Clock clock) {
    scope = config.scope();
    URI url = config.jwksUrl();
    published = url == null ? null : IssuerKeys.at(url);
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            config.secret() == null ? BY_KEY_PAIR : BY_SECRET,
            published == null ? configured(config) : published.source()));
    processor.setJWTClaimsSetVerifier(
        new AtClock(
            config.audience(),
            new JWTClaimsSet.Builder().issuer(config.issuer()).build(),
            Set.of("sub", "exp", "iss", "aud"),
            clock));
  }

  /** The only key: for each token, whatever name the issuer gives its key there. */
  private static JWKSource<SecurityContext> configured(JwtConfig config) {
    String secret = config.secret();
    List<JWK> key =
        List.of(
            secret != null
                ? new OctetSequenceKey.Builder(secret.getBytes(US_ASCII)).build()
                : of(config.publicKey()));
    return (selector, context) -> key;
  }

  private static JWK of(@Nullable PublicKey key) {
    if (key instanceof ECPublicKey ec) {
      Curve curve = Curve.forECParameterSpec(ec.getParams());
      if (curve == null) {
        throw new IllegalArgumentException(
            "evcharging.command.jwt.public-key must be on the curve P-256, P-384 or P-521");
      }
      return new ECKey.Builder(curve, ec).build();
    }
    if (key instanceof RSAPublicKey rsa) {
      return new RSAKey.Builder(rsa).build();
    }
    throw new IllegalArgumentException("evcharging.command.jwt.public-key is neither RSA nor EC");
  }

  /**
   * Who has it.
   *
   * @return empty for whatever is not a token that may command
   * @throws IssuerAwayException when nobody can tell, for want of the issuer's keys
   */
  Optional<Caller> owner(String token) throws IssuerAwayException {
    try {
      JWTClaimsSet claims = processor.process(SignedJWT.parse(token), null);
      return scopes(claims).contains(scope)
          ? Optional.of(new Caller(name(claims), Set.of(), Set.of()))
          : Optional.empty();
    } catch (KeySourceException e) {
      if (published != null && published.away()) {
        throw new IssuerAwayException(e);
      }
      return Optional.empty();
    } catch (ParseException | BadJOSEException | JOSEException | RuntimeException e) {
      // The token's author chose what is in it: nothing of that may end as an error of ours.
      return Optional.empty();
    }
  }

  private static Set<String> scopes(JWTClaimsSet claims) {
    Set<String> scopes = new HashSet<>();
    Stream.of("scope", "scp")
        .map(claims::getClaim)
        .forEach(
            claim -> {
              if (claim instanceof String text) {
                scopes.addAll(Arrays.asList(text.split(" ", -1)));
              } else if (claim instanceof Collection<?> list) {
                list.forEach(entry -> scopes.add(String.valueOf(entry)));
              }
            });
    return scopes;
  }

  /** The subject comes from elsewhere: it must fit into a line, and be no key's name. */
  private static String name(JWTClaimsSet claims) {
    String plain = claims.getSubject().replaceAll("[^A-Za-z0-9@._|-]", "_");
    return "jwt:" + plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
  }

  /** By our own clock, with no leeway but the library's minute. */
  private static final class AtClock extends DefaultJWTClaimsVerifier<SecurityContext> {

    private final Clock clock;

    AtClock(String audience, JWTClaimsSet exact, Set<String> required, Clock clock) {
      super(audience, exact, required);
      this.clock = clock;
    }

    @SuppressWarnings("JavaUtilDate") // The library's own
    @Override
    protected Date currentTime() {
      return Date.from(clock.instant());
    }
  }
}
