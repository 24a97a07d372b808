package io.evcharging.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.evcharging.source.smartcar.ApiGeneration;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * RFC 6749, 6, with refresh tokens that are good once: the user's newest is traded for an access
 * token and the next refresh token, which is on the disk before anything else happens.
 *
 * <p>That the disk takes it is tried out before the server is asked, by noting that it will be. An
 * answer that was lost on its way may have killed the old token: the server gives it a minute, so
 * it is asked again at once, and after a restart first of all.
 */
final class RotatingTokens implements Grant {

  private static final Logger LOG = LoggerFactory.getLogger(RotatingTokens.class);
  private static final Duration UNLESS_SAID = Duration.ofMinutes(30);

  /** They live 60 days: one that nobody needs is traded in time all the same. */
  private static final Duration UNUSED = Duration.ofDays(30);

  private final TokenAccount account;
  private final String userId;
  private final RefreshTokenSeeds seeds;
  private final RefreshTokenStore store;
  private final TokenEndpoint endpoint;
  private final Client client;
  private final Renewal renewal;

  /** On the server's word alone: the disk would not take it. */
  private @Nullable RefreshTokens unsaved;

  private @Nullable String deadSeed;
  private volatile @Nullable Instant dueAt;

  /** Who asks. */
  record Client(String id, String secret) {

    /** RFC 6749, 2.3.1. */
    String authorization() {
      byte[] login = (id + ":" + secret).getBytes(UTF_8);
      return "Basic " + Base64.getEncoder().encodeToString(login);
    }

    /** Without the secret. */
    @Override
    public String toString() {
      return "Client[hidden]";
    }
  }

  RotatingTokens(
      String userId,
      RefreshTokenSeeds seeds,
      RefreshTokenStore store,
      TokenEndpoint endpoint,
      Client client,
      Renewal renewal) {
    this.account = new TokenAccount(ApiGeneration.V2, userId);
    this.userId = userId;
    this.seeds = seeds;
    this.store = store;
    this.endpoint = endpoint;
    this.client = client;
    this.renewal = renewal;
  }

  @Override
  public AccessToken obtain(@Nullable AccessToken refused) throws TokenFailure {
    try {
      return store.exclusively(userId, () -> obtainAlone(refused));
    } catch (IOException e) {
      throw TokenFailure.later("refresh tokens cannot be kept: " + e.getMessage(), null, e);
    }
  }

  private AccessToken obtainAlone(@Nullable AccessToken refused) throws IOException, TokenFailure {
    RefreshTokens known = remembered();
    AccessToken stored = stored(known);
    boolean usable =
        stored != null
            && stored.isFresh(renewal.now())
            && known.askingSince() == null
            && (refused == null || !refused.hasValue(known.accessToken()));
    if (usable && stored != null) {
      dueAt = due(known);
      return stored; // another node, or this one before its restart
    }
    return trade(known);
  }

  /** What the disk would not take is not used before the disk has it. */
  private RefreshTokens remembered() throws IOException {
    RefreshTokens pending = unsaved;
    if (pending == null) {
      return store.read(userId);
    }
    store.write(userId, pending);
    unsaved = null;
    return store.read(userId); // another node may have a newer one
  }

  private AccessToken trade(RefreshTokens known) throws IOException, TokenFailure {
    String configured = seeds.of(userId);
    List<String> candidates = known.candidates(configured);
    RefreshTokens state = known;
    for (String candidate : candidates) {
      state = state.asking(renewal.now());
      store.write(userId, state);
      dueAt = renewal.now();
      Instant asked = renewal.now();
      TokenReply reply = ask(candidate);
      boolean theirs = candidate.equals(configured);
      if (reply.granted()) {
        return keep(theirs ? state.seeded(configured) : state, candidate, reply, asked);
      }
      if (!reply.refused()) {
        throw reply.failure(); // it may have been done all the same
      }
      state = (theirs && reply.invalidGrant() ? state.seeded(configured) : state).answered();
      store.write(userId, state);
      dueAt = due(state);
      if (!reply.invalidGrant()) {
        throw reply.failure();
      }
    }
    deadSeed = configured;
    throw TokenFailure.person(
        candidates.isEmpty()
            ? "there is no refresh token of the vehicle's owner: see evcharging.smartcar.v2.refresh-tokens"
            : "no refresh token of the vehicle's owner is good any more (invalid_grant): the owner must connect the vehicle again");
  }

  /** A lost answer may have been a new token, and the old one has a minute to live. */
  private TokenReply ask(String refreshToken) throws TokenFailure {
    TokenForm form =
        new TokenForm(
            Map.of("grant_type", "refresh_token", "refresh_token", refreshToken),
            client.authorization());
    try {
      return endpoint.post(account.generation(), form);
    } catch (IOException lost) {
      LOG.debug("token answer lost, asking again", lost);
    }
    try {
      return endpoint.post(account.generation(), form);
    } catch (IOException e) {
      throw TokenFailure.later("the token server did not answer: " + e.getMessage(), null, e);
    }
  }

  private AccessToken keep(RefreshTokens state, String used, TokenReply reply, Instant asked) {
    String access = Objects.requireNonNull(reply.accessToken());
    Instant expires = asked.plus(reply.life(UNLESS_SAID));
    String next = Objects.requireNonNullElse(reply.refreshToken(), used);
    RefreshTokens rotated = state.rotated(used, next, access, asked, expires);
    dueAt = due(rotated);
    try {
      store.write(userId, rotated);
    } catch (IOException e) {
      unsaved = rotated;
      dueAt = renewal.now();
      LOG.error(
          "a new refresh token is in memory only, and is lost when this process ends: {}",
          e.toString());
    }
    return renewal.token(account, access, asked, expires);
  }

  private @Nullable AccessToken stored(RefreshTokens known) {
    String access = known.accessToken();
    Instant obtained = known.obtainedAt();
    Instant expires = known.expiresAt();
    return access == null || obtained == null || expires == null
        ? null
        : renewal.token(account, access, obtained, expires);
  }

  @Override
  public boolean hasNews() {
    try {
      return !Objects.equals(seeds.of(userId), deadSeed);
    } catch (IOException unreadable) {
      return false;
    }
  }

  @Override
  public boolean isDue() {
    Instant due = dueAt;
    if (due == null) {
      due = dueAtStart();
      dueAt = due;
    }
    return !renewal.now().isBefore(due) || store.isAbandoned(userId);
  }

  private Instant dueAtStart() {
    try {
      RefreshTokens known = store.read(userId);
      return known.current() == null && known.askingSince() == null ? Instant.MAX : due(known);
    } catch (IOException e) {
      return renewal.now(); // the attempt will say so
    }
  }

  private static Instant due(RefreshTokens known) {
    if (known.askingSince() != null) {
      return known.askingSince();
    }
    return known.obtainedAt() == null ? Instant.MAX : known.obtainedAt().plus(UNUSED);
  }
}
