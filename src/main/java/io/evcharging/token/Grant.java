package io.evcharging.token;

import org.jspecify.annotations.Nullable;

/** One way to a new access token. Called by one thread at a time. */
interface Grant {

  /**
   * Fetches one.
   *
   * @param refused a token that the API does not take any more, {@code null} for none
   */
  AccessToken obtain(@Nullable AccessToken refused) throws TokenFailure;

  /** After {@link TokenFailure.Next#PERSON}: whether a person has acted. */
  default boolean hasNews() {
    return false;
  }

  /** Whether {@link #obtain} should be called even though nobody needs a token now. */
  default boolean isDue() {
    return false;
  }
}
