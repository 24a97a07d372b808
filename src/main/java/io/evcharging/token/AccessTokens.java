package io.evcharging.token;

import io.evcharging.failure.EvChargingException;
import io.evcharging.source.smartcar.ApiGeneration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives out the access tokens of the source API. A host that has its own way to them binds its own
 * as {@code evchargingTokens}. Safe for many threads.
 */
public interface AccessTokens {

  /**
   * The token for one call. May wait while a new one is fetched, for as long as {@code
   * evcharging.smartcar.token-timeout} allows.
   *
   * @param generation of the API that is called
   * @param userId the vehicle's owner, {@code null} when nobody said
   * @return good now, as far as is known
   * @throws EvChargingException when there is none: whether it passes by itself says its type
   */
  AccessToken get(ApiGeneration generation, @Nullable String userId);

  /**
   * The other side refused a token with 401. Fetches another one, unless somebody has already, or
   * the last one was fetched for the same reason a moment ago.
   *
   * @param refused as {@link #get} gave it
   * @return whether {@link #get} has another one now, so that one more try makes sense
   * @throws EvChargingException when another one cannot be fetched
   */
  boolean renew(AccessToken refused);

  /**
   * The other side has taken a token, so that an earlier refusal of it says nothing any more.
   *
   * @param taken as {@link #get} gave it
   */
  default void accepted(AccessToken taken) {}

  /** How it stands with each account that was asked for, no secret among it. */
  List<TokenState> states();

  /** Does what cannot wait for the next call; called every few seconds. */
  void keep();
}
