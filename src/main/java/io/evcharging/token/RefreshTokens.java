package io.evcharging.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one user's refresh tokens. They rotate: each use makes a new one, and the
 * old one dies within a minute.
 *
 * @param sequence grows with each change, so that of two states the newer is known
 * @param seed the fingerprint of the configured token that this chain began with, or that was found
 *     dead since
 * @param current the newest, {@code null} before the first use of the configured one
 * @param previous the one before, in case the newest never became good
 * @param accessToken that came with the newest
 * @param obtainedAt when both came
 * @param expiresAt of the access token
 * @param askingSince since when the token server has been asked without an answer: it may have
 *     rotated the token already. {@code null} when it has not been
 */
public record RefreshTokens(
    long sequence,
    @Nullable String seed,
    @Nullable String current,
    @Nullable String previous,
    @Nullable String accessToken,
    @Nullable Instant obtainedAt,
    @Nullable Instant expiresAt,
    @Nullable Instant askingSince) {

  /** Before anything was remembered. */
  public static final RefreshTokens NONE =
      new RefreshTokens(0, null, null, null, null, null, null, null);

  /**
   * The tokens that may be good, the likeliest first: a new one of a person's, the newest, the one
   * before.
   */
  List<String> candidates(@Nullable String configured) {
    LinkedHashSet<String> candidates = new LinkedHashSet<>();
    if (configured != null && !Fingerprint.of(configured).equals(seed)) {
      candidates.add(configured);
    }
    if (current != null) {
      candidates.add(current);
    }
    if (previous != null) {
      candidates.add(previous);
    }
    return new ArrayList<>(candidates);
  }

  RefreshTokens asking(Instant now) {
    return new RefreshTokens(
        sequence + 1, seed, current, previous, accessToken, obtainedAt, expiresAt, now);
  }

  RefreshTokens answered() {
    return new RefreshTokens(
        sequence + 1, seed, current, previous, accessToken, obtainedAt, expiresAt, null);
  }

  /** A person's token has been tried: it is not tried again before there is another one. */
  RefreshTokens seeded(@Nullable String configured) {
    String tried = configured == null ? seed : Fingerprint.of(configured);
    return new RefreshTokens(
        sequence, tried, current, previous, accessToken, obtainedAt, expiresAt, askingSince);
  }

  RefreshTokens rotated(
      String used, String next, String access, Instant obtained, Instant expires) {
    return new RefreshTokens(
        sequence + 1,
        seed,
        next,
        next.equals(used) ? previous : used,
        access,
        obtained,
        expires,
        null);
  }

  /** Without the tokens. */
  @Override
  public String toString() {
    return "RefreshTokens[sequence=" + sequence + ", obtainedAt=" + obtainedAt + "]";
  }
}
