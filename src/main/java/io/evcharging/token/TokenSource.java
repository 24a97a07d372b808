package io.evcharging.token;

/** The tokens of one account. */
interface TokenSource {

  /** See {@link AccessTokens#get}. */
  AccessToken current();

  /** See {@link AccessTokens#renew}. */
  boolean renew(AccessToken refused);

  /** See {@link AccessTokens#accepted}. */
  default void accepted() {}

  TokenState state();

  /** See {@link AccessTokens#keep}. */
  default void keep() {}
}
