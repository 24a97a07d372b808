package io.evcharging.token;

import io.evcharging.source.smartcar.ApiGeneration;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts {@link SmartcarTokens} together: each generation needs one way to its tokens. */
public final class SmartcarTokensBuilder {

  private final Clock clock;
  private final Renewal renewal;
  private final Map<ApiGeneration, Function<TokenAccount, TokenSource>> ways =
      new EnumMap<>(ApiGeneration.class);
  private final Set<ApiGeneration> perUser = EnumSet.noneOf(ApiGeneration.class);
  private @Nullable RefreshTokenSeeds seeds;
  private @Nullable RefreshTokenStore store;

  /**
   * Begins.
   *
   * @param clock what time it is
   * @param chance 0 to 1, spreads renewals and retries
   * @param patience how long a caller waits for another one's renewal
   */
  public SmartcarTokensBuilder(Clock clock, DoubleSupplier chance, Duration patience) {
    this.clock = clock;
    this.renewal = new Renewal(clock, chance, patience);
  }

  /** The same token for ever. */
  public SmartcarTokensBuilder fixed(ApiGeneration generation, String token) {
    ways.put(generation, account -> new StaticToken(account, token, clock));
    return this;
  }

  /** v3: tokens of the application, by client credentials. */
  public SmartcarTokensBuilder clientCredentials(String id, String secret, TokenEndpoint endpoint) {
    ways.put(
        ApiGeneration.V3,
        account ->
            new RenewedToken(
                account, new ClientCredentials(id, secret, endpoint, renewal), renewal));
    return this;
  }

  /** v2: tokens of each user, by refresh tokens that rotate. */
  public SmartcarTokensBuilder rotating(
      String id,
      String secret,
      RefreshTokenSeeds given,
      RefreshTokenStore remembered,
      TokenEndpoint endpoint) {
    RotatingTokens.Client client = new RotatingTokens.Client(id, secret);
    seeds = given;
    store = remembered;
    perUser.add(ApiGeneration.V2);
    ways.put(
        ApiGeneration.V2,
        account -> {
          String user = String.valueOf(account.userId());
          return new RenewedToken(
              account,
              new RotatingTokens(user, given, remembered, endpoint, client, renewal),
              renewal);
        });
    return this;
  }

  /**
   * The tokens.
   *
   * @throws IllegalStateException when a generation has no way to its tokens
   */
  public SmartcarTokens build() {
    if (ways.size() < ApiGeneration.values().length) {
      throw new IllegalStateException("only " + ways.keySet() + " have tokens");
    }
    return new SmartcarTokens(ways, perUser, seeds, store);
  }
}
