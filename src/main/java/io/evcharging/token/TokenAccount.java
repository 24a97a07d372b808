package io.evcharging.token;

import io.evcharging.source.smartcar.ApiGeneration;
import org.jspecify.annotations.Nullable;

/**
 * Whose token it is.
 *
 * @param generation of the API that takes it
 * @param userId the owner's, where each user has a token; {@code null} for the application's
 */
public record TokenAccount(ApiGeneration generation, @Nullable String userId) {

  /** As log lines name it. */
  @Override
  public String toString() {
    return userId == null ? generation.label() : generation.label() + " userId=" + userId;
  }
}
