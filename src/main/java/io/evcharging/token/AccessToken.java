package io.evcharging.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A bearer token. Its value appears in {@link #authorization} and nowhere else. */
public final class AccessToken {

  private final TokenAccount account;
  private final String value;
  private final Instant obtainedAt;
  private final @Nullable Instant expiresAt;
  private final @Nullable Instant renewAt;

  /**
   * A token.
   *
   * @param account whose it is
   * @param value the secret
   * @param obtainedAt since when it is here
   * @param expiresAt when the other side stops taking it, {@code null} if that is not known
   * @param renewAt when the next one should be fetched, {@code null} for never
   */
  public AccessToken(
      TokenAccount account,
      String value,
      Instant obtainedAt,
      @Nullable Instant expiresAt,
      @Nullable Instant renewAt) {
    this.account = account;
    this.value = value;
    this.obtainedAt = obtainedAt;
    this.expiresAt = expiresAt;
    this.renewAt = renewAt;
  }

  /** A token of which no end is known. */
  public static AccessToken lasting(TokenAccount account, String value, Instant obtainedAt) {
    return new AccessToken(account, value, obtainedAt, null, null);
  }

  /** The value of the header {@code Authorization}: a secret. */
  public String authorization() {
    return "Bearer " + value;
  }

  /** Whose it is. */
  public TokenAccount account() {
    return account;
  }

  Instant obtainedAt() {
    return obtainedAt;
  }

  @Nullable Instant expiresAt() {
    return expiresAt;
  }

  boolean isGood(Instant now) {
    return expiresAt == null || now.isBefore(expiresAt);
  }

  boolean isFresh(Instant now) {
    return isGood(now) && (renewAt == null || now.isBefore(renewAt));
  }

  boolean hasValue(@Nullable String other) {
    return value.equals(other);
  }

  /** Without the value. */
  @Override
  public String toString() {
    return "AccessToken[generation=" + account.generation().label() + "]";
  }
}
