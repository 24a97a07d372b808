package io.evcharging.operate;

import io.evcharging.token.AccessTokens;
import io.evcharging.token.TokenState;
import java.util.List;

/** Whether there are access tokens for all who were asked for one. */
public final class TokensCondition implements Condition {

  private final AccessTokens tokens;

  /**
   * Watches tokens.
   *
   * @param tokens those that calls are made with
   */
  public TokensCondition(AccessTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public String name() {
    return "tokens";
  }

  @Override
  public Reading read() {
    List<TokenState> states = tokens.states();
    List<TokenState> bad = states.stream().filter(state -> !state.good()).toList();
    Reading reading = bad.isEmpty() ? Reading.well("all are good") : Reading.ill(reason(bad));
    return reading.with("accounts", states.size()).with("withoutToken", bad.size());
  }

  /** What needs a person comes first. */
  private static String reason(List<TokenState> bad) {
    TokenState worst = bad.stream().filter(TokenState::permanent).findFirst().orElse(bad.get(0));
    return "%s, accounts without a good token %d: %s"
        .formatted(worst.account(), bad.size(), worst.reason());
  }
}
