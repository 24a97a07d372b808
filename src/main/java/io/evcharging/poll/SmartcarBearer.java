package io.evcharging.poll;

import io.evcharging.source.smartcar.ApiGeneration;
import io.evcharging.token.AccessToken;
import io.evcharging.token.AccessTokens;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Writes the header {@code Authorization} of every call to the source API: the only place that
 * does.
 */
public final class SmartcarBearer {

  private static final String HEADER = "Authorization";
  private static final String USED = "evcharging.accessToken";
  private static final String RENEWED = "evcharging.accessTokenRenewed";

  private final AccessTokens tokens;

  /**
   * Writes these tokens.
   *
   * @param tokens of both generations
   */
  public SmartcarBearer(AccessTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Writes the header. May wait for a token.
   *
   * @param message of the request
   * @param generation of the API that is called
   * @param userId the vehicle's owner, {@code null} when nobody said
   * @throws io.evcharging.failure.EvChargingException when there is no token
   */
  public void write(Message message, ApiGeneration generation, @Nullable String userId) {
    AccessToken token = tokens.get(generation, userId);
    message.getExchange().setProperty(USED, token);
    message.setHeader(HEADER, token.authorization());
  }

  /**
   * The API has answered, and so taken the token.
   *
   * @param message of the exchange that has made the call
   */
  public void accepted(Message message) {
    AccessToken taken = message.getExchange().getProperty(USED, AccessToken.class);
    if (taken != null) {
      tokens.accepted(taken);
    }
  }

  /**
   * The API has refused the token with 401. One renewal for an exchange, whatever it calls.
   *
   * @param message of the exchange that has made the call
   * @return whether to {@link #write} and to call once more
   * @throws io.evcharging.failure.EvChargingException when there is no other token
   */
  public boolean renew(Message message) {
    Exchange exchange = message.getExchange();
    AccessToken refused = exchange.getProperty(USED, AccessToken.class);
    if (refused == null || exchange.getProperty(RENEWED) != null) {
      return false;
    }
    exchange.setProperty(RENEWED, true);
    return tokens.renew(refused);
  }
}
