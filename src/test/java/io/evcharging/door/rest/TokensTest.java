package io.evcharging.door.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.evcharging.config.JwtConfig;
import io.evcharging.testing.StubApi;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String SECRET = "a-secret-of-at-least-32-characters!";
  private static final KeyPair RSA = pair("RSA", 2048);

  private static KeyPair pair(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JwtConfig config(
      @Nullable URI url, @Nullable PublicKey key, @Nullable String secret) {
    return new JwtConfig(url, key, secret, "https://issuer", "evcharging", "evcharging:command");
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer("https://issuer")
        .audience("evcharging")
        .subject("grid-operator")
        .claim("scope", "openid evcharging:command")
        .expirationTime(Date.from(NOW.plusSeconds(300)));
  }

  private static String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims)
      throws Exception {
    SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).build(), claims);
    token.sign(signer);
    return token.serialize();
  }

  private static String byRsa(JWTClaimsSet claims) throws Exception {
    return signed(JWSAlgorithm.RS256, new RSASSASigner(RSA.getPrivate()), claims);
  }

  @Test
  void shouldNameTheSubject() throws Exception {
    Tokens tokens = new Tokens(config(null, RSA.getPublic(), null), CLOCK);

    assertEquals("jwt:grid-operator", tokens.owner(byRsa(claims().build())).get().name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"x y<z> | jwt:x_y_z_", "me@example.org | jwt:me@example.org"})
  void shouldMakeTheSubjectFitIntoALine(String subject, String name) throws Exception {
    Tokens tokens = new Tokens(config(null, RSA.getPublic(), null), CLOCK);
    String token = byRsa(claims().subject(subject).build());

    assertEquals(name, tokens.owner(token).get().name());
  }

  @Test
  void shouldReadScopesOfAListToo() throws Exception {
    Tokens tokens = new Tokens(config(null, RSA.getPublic(), null), CLOCK);
    String token =
        byRsa(claims().claim("scope", null).claim("scp", List.of("evcharging:command")).build());

    assertTrue(tokens.owner(token).isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scope",
        "other-scope",
        "issuer",
        "audience",
        "expired",
        "no-exp",
        "no-sub",
        "not-yet"
      })
  void shouldRefuseATokenThatMayNot(String fault) throws Exception {
    Tokens tokens = new Tokens(config(null, RSA.getPublic(), null), CLOCK);

    assertTrue(tokens.owner(byRsa(spoilt(fault).apply(claims()).build())).isEmpty());
  }

  private static UnaryOperator<JWTClaimsSet.Builder> spoilt(String fault) {
    return claims ->
        switch (fault) {
          case "scope" -> claims.claim("scope", null);
          case "other-scope" -> claims.claim("scope", "evcharging:command2");
          case "issuer" -> claims.issuer("https://other");
          case "audience" -> claims.audience("other");
          case "expired" -> claims.expirationTime(Date.from(NOW.minus(Duration.ofMinutes(2))));
          case "no-exp" -> claims.expirationTime(null);
          case "no-sub" -> claims.subject(null);
          default -> claims.notBeforeTime(Date.from(NOW.plus(Duration.ofMinutes(2))));
        };
  }

  /** The well-known confusion: the public key, which everybody has, as the secret of an HMAC. */
  @Test
  void shouldNotTakeThePublicKeyForASecret() throws Exception {
    Tokens tokens = new Tokens(config(null, RSA.getPublic(), null), CLOCK);
    JWSSigner forger = new MACSigner(((RSAPublicKey) RSA.getPublic()).getEncoded());

    assertTrue(tokens.owner(signed(JWSAlgorithm.HS256, forger, claims().build())).isEmpty());
  }

  @Test
  void shouldNotTakeATokenWithoutASignature() throws Exception {
    Tokens tokens = new Tokens(config(null, RSA.getPublic(), null), CLOCK);

    assertTrue(tokens.owner(new PlainJWT(claims().build()).serialize() + "x").isEmpty());
    assertTrue(tokens.owner("a.b.c").isEmpty());
  }

  /** Issuers name their keys in each token; a configured key has no name. */
  @Test
  void shouldVerifyByTheConfiguredKeyWhateverTheTokenCallsIt() throws Exception {
    Tokens tokens = new Tokens(config(null, RSA.getPublic(), null), CLOCK);

    assertTrue(tokens.owner(unknownKey(1)).isPresent());
  }

  @Test
  void shouldTakeASecretOnlyWhereOneIsConfigured() throws Exception {
    String token = signed(JWSAlgorithm.HS256, new MACSigner(SECRET), claims().build());
    Tokens bySecret = new Tokens(config(null, null, SECRET), CLOCK);

    assertTrue(bySecret.owner(token).isPresent());
    assertTrue(bySecret.owner(byRsa(claims().build())).isEmpty());
  }

  @Test
  void shouldVerifyByAnEllipticCurve() throws Exception {
    KeyPair pair = pair("EC", 256);
    JWSSigner signer = new ECDSASigner((ECPrivateKey) pair.getPrivate());
    Tokens tokens = new Tokens(config(null, pair.getPublic(), null), CLOCK);

    assertTrue(tokens.owner(signed(JWSAlgorithm.ES256, signer, claims().build())).isPresent());
  }

  @Test
  void shouldAskForTheIssuersKeysOnceAndNotForEachForgedKeyId() throws Exception {
    String jwks = new JWKSet(new RSAKey.Builder((RSAPublicKey) RSA.getPublic()).build()).toString();
    try (StubApi issuer = StubApi.answering(200, jwks)) {
      Tokens tokens = new Tokens(config(URI.create(issuer.origin() + "/jwks"), null, null), CLOCK);
      for (int i = 0; i < 20; i++) {
        assertTrue(tokens.owner(byRsa(claims().build())).isPresent());
        assertTrue(tokens.owner(unknownKey(i)).isEmpty());
      }
      assertTrue(issuer.requests().size() <= 3, () -> "asked " + issuer.requests().size());
    }
  }

  private static String unknownKey(int number) throws Exception {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("no-" + number).build();
    SignedJWT token = new SignedJWT(header, claims().build());
    token.sign(new RSASSASigner(RSA.getPrivate()));
    return token.serialize();
  }

  @Test
  void shouldSayThatNobodyCanTellWhileTheIssuerIsAway() throws Exception {
    Tokens tokens = new Tokens(config(URI.create("http://127.0.0.1:1/jwks"), null, null), CLOCK);

    String token = byRsa(claims().build());
    for (int i = 0; i < 5; i++) {
      assertThrows(IssuerAwayException.class, () -> tokens.owner(token));
    }
  }
}
