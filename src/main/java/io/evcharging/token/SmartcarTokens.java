package io.evcharging.token;

import io.evcharging.source.smartcar.ApiGeneration;
import java.io.IOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tokens of both generations, each by its own way. Made by {@link SmartcarTokensBuilder}. */
public final class SmartcarTokens implements AccessTokens {

  private static final Logger LOG = LoggerFactory.getLogger(SmartcarTokens.class);

  private final Map<ApiGeneration, Function<TokenAccount, TokenSource>> ways;
  private final Set<ApiGeneration> perUser;
  private final @Nullable RefreshTokenSeeds seeds;
  private final @Nullable RefreshTokenStore store;
  private final Map<TokenAccount, TokenSource> sources = new ConcurrentHashMap<>();
  private volatile boolean kept;

  SmartcarTokens(
      Map<ApiGeneration, Function<TokenAccount, TokenSource>> ways,
      Set<ApiGeneration> perUser,
      @Nullable RefreshTokenSeeds seeds,
      @Nullable RefreshTokenStore store) {
    this.ways = new EnumMap<>(ways);
    this.perUser = Set.copyOf(perUser);
    this.seeds = seeds;
    this.store = store;
  }

  @Override
  public AccessToken get(ApiGeneration generation, @Nullable String userId) {
    return source(account(generation, userId)).current();
  }

  @Override
  public boolean renew(AccessToken refused) {
    return source(refused.account()).renew(refused);
  }

  @Override
  public void accepted(AccessToken taken) {
    source(taken.account()).accepted();
  }

  private TokenAccount account(ApiGeneration generation, @Nullable String userId) {
    return new TokenAccount(
        generation,
        perUser.contains(generation)
            ? Objects.requireNonNullElse(userId, RefreshTokenSeeds.DEFAULT_USER)
            : null);
  }

  private TokenSource source(TokenAccount account) {
    TokenSource known = sources.get(account);
    return known == null
        ? sources.computeIfAbsent(
            account, its -> Objects.requireNonNull(ways.get(its.generation())).apply(its))
        : known;
  }

  @Override
  public List<TokenState> states() {
    return sources.values().stream()
        .map(TokenSource::state)
        .sorted(
            Comparator.comparing((TokenState state) -> state.account().generation())
                .thenComparing(state -> String.valueOf(state.account().userId())))
        .toList();
  }

  @Override
  public void keep() {
    if (!kept) {
      kept = true; // whoever comes later comes by a call
      for (ApiGeneration generation : perUser) {
        users().forEach(user -> source(account(generation, user)));
      }
    }
    sources.values().forEach(TokenSource::keep);
  }

  private Set<String> users() {
    Set<String> users = new HashSet<>();
    try {
      if (seeds != null) {
        users.addAll(seeds.users());
      }
      if (store != null) {
        users.addAll(store.users());
      }
    } catch (IOException e) {
      LOG.warn("refresh tokens cannot be read: {}", e.getMessage());
    }
    return users;
  }
}
