package io.evcharging.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Issues tokens as an authorisation server does: good ones, and each kind of bad one. */
final class TestIssuer {

  private final RSAKey rsa;
  private final ECKey ec;
  private final RSAKey stranger;

  TestIssuer() throws Exception {
    rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
    ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
    stranger = new RSAKeyGenerator(2048).keyID("rsa").generate();
  }

  /** What it publishes. */
  String jwks() {
    return new JWKSet(List.of(rsa, ec)).toPublicJWKSet().toString();
  }

  /** Its RSA key, as the configuration wants it. */
  String publicKey() throws Exception {
    return Base64.getEncoder().encodeToString(rsa.toPublicKey().getEncoded());
  }

  static Map<String, String> settings(String key, String value) {
    return Map.of(
        "evcharging.command.keys",
        "",
        "evcharging.command.jwt." + key,
        value,
        "evcharging.command.jwt.issuer",
        "https://issuer.example",
        "evcharging.command.jwt.audience",
        "evcharging");
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer("https://issuer.example")
        .audience("evcharging")
        .subject("grid-operator")
        .claim("scope", "openid evcharging:command")
        .expirationTime(Date.from(Instant.now().plusSeconds(300)));
  }

  /** A token that may command. */
  String good(JWSAlgorithm algorithm) throws Exception {
    return signed(algorithm, claims());
  }

  /** One that may not, and why. */
  String bad(String fault) throws Exception {
    JWTClaimsSet.Builder claims = claims();
    return switch (fault) {
      case "issuer" -> signed(JWSAlgorithm.RS256, claims.issuer("https://other.example"));
      case "audience" -> signed(JWSAlgorithm.RS256, claims.audience("other"));
      case "scope" -> signed(JWSAlgorithm.RS256, claims.claim("scope", "openid"));
      case "expired" -> signed(JWSAlgorithm.RS256, claims.expirationTime(agoSeconds(120)));
      case "none" -> new PlainJWT(claims.build()).serialize();
      case "none-signed" -> new PlainJWT(claims.build()).serialize() + "x";
      case "stranger" -> sign("rsa", JWSAlgorithm.RS256, new RSASSASigner(stranger), claims);
      case "public-key-as-secret" ->
          sign("rsa", JWSAlgorithm.HS256, new MACSigner(rsa.toPublicKey().getEncoded()), claims);
      case "changed" -> changed(signed(JWSAlgorithm.RS256, claims));
      default -> throw new IllegalArgumentException(fault);
    };
  }

  private static Date agoSeconds(long seconds) {
    return Date.from(Instant.now().minusSeconds(seconds));
  }

  /** Another subject under the same signature. */
  private static String changed(String token) {
    String[] parts = token.split("\\.", -1);
    JWTClaimsSet other = claims().subject("somebody-else").build();
    parts[1] =
        Base64.getUrlEncoder().withoutPadding().encodeToString(other.toString().getBytes(UTF_8));
    return String.join(".", parts);
  }

  private String signed(JWSAlgorithm algorithm, JWTClaimsSet.Builder claims) throws Exception {
    return algorithm.equals(JWSAlgorithm.ES256)
        ? sign("ec", algorithm, new ECDSASigner(ec), claims)
        : sign("rsa", algorithm, new RSASSASigner(rsa), claims);
  }

  private static String sign(
      String keyId, JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet.Builder claims)
      throws Exception {
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims.build());
    token.sign(signer);
    return token.serialize();
  }
}
