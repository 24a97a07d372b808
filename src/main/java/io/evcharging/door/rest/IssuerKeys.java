package io.evcharging.door.rest;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that an issuer publishes. They are kept for five minutes, and asked for at most twice in
 * half a minute, with bounded time and size.
 */
final class IssuerKeys extends JWKSetSourceWrapper<SecurityContext> {

  private static final int TIMEOUT_MILLIS = 2_000;
  private static final int MOST_BYTES = 256 * 1024;
  private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);

  private volatile boolean away;

  private IssuerKeys(JWKSetSource<SecurityContext> issuer) {
    super(issuer);
  }

  static IssuerKeys at(URI url) {
    try {
      return new IssuerKeys(
          new URLBasedJWKSetSource<>(
              url.toURL(),
              new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES)));
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("evcharging.command.jwt.jwks-url cannot be called", e);
    }
  }

  JWKSource<SecurityContext> source() {
    return JWKSourceBuilder.create(this).build();
  }

  /** Whether the last try came to nothing. */
  boolean away() {
    return away;
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator evaluator, long currentTime, SecurityContext context)
      throws KeySourceException {
    try {
      JWKSet keys = getSource().getJWKSet(evaluator, currentTime, context);
      away = false;
      return keys;
    } catch (KeySourceException e) {
      away = true;
      LOG.warn("the issuer's keys cannot be had: see evcharging.command.jwt.jwks-url");
      LOG.debug("the issuer's keys cannot be had", e);
      throw e;
    }
  }
}
