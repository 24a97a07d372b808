package io.evcharging.token;

import io.evcharging.source.smartcar.ApiGeneration;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** RFC 6749, 4.4: the application's own token, without a refresh token. */
final class ClientCredentials implements Grant {

  private static final Duration UNLESS_SAID = Duration.ofMinutes(30);

  private final TokenAccount account = new TokenAccount(ApiGeneration.V3, null);
  private final TokenForm form;
  private final TokenEndpoint endpoint;
  private final Renewal renewal;

  ClientCredentials(String clientId, String clientSecret, TokenEndpoint endpoint, Renewal renewal) {
    this.form =
        new TokenForm(
            Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                clientId,
                "client_secret",
                clientSecret),
            null);
    this.endpoint = endpoint;
    this.renewal = renewal;
  }

  @Override
  public AccessToken obtain(@Nullable AccessToken refused) throws TokenFailure {
    Instant asked = renewal.now();
    TokenReply reply;
    try {
      reply = endpoint.post(account.generation(), form);
    } catch (IOException e) {
      throw TokenFailure.later("the token server did not answer: " + e.getMessage(), null, e);
    }
    if (!reply.granted()) {
      throw reply.failure();
    }
    return renewal.token(
        account,
        Objects.requireNonNull(reply.accessToken()),
        asked,
        asked.plus(reply.life(UNLESS_SAID)));
  }
}
