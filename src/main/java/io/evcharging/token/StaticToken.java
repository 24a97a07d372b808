package io.evcharging.token;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The token that the configuration holds: when it is refused, only a person has another one. */
final class StaticToken implements TokenSource {

  private final AccessToken token;
  private final Clock clock;
  private volatile @Nullable Instant refusedAt;

  StaticToken(TokenAccount account, String value, Clock clock) {
    this.token = AccessToken.lasting(account, value, clock.instant());
    this.clock = clock;
  }

  @Override
  public AccessToken current() {
    return token;
  }

  @Override
  public boolean renew(AccessToken refused) {
    refusedAt = clock.instant();
    return false;
  }

  @Override
  public void accepted() {
    if (refusedAt != null) {
      refusedAt = null;
    }
  }

  @Override
  public TokenState state() {
    Instant refused = refusedAt;
    String reason =
        refused == null
            ? "ok"
            : "refused at " + refused + ": set another evcharging.smartcar.access-token";
    return new TokenState(token.account(), refused == null, refused != null, reason, null);
  }
}
