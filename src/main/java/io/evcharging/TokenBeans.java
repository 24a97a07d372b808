package io.evcharging;

import io.evcharging.config.Auth;
import io.evcharging.config.AuthConfig;
import io.evcharging.config.EvChargingConfig;
import io.evcharging.config.GrantConfig;
import io.evcharging.poll.BoundedHttpClient;
import io.evcharging.poll.SmartcarBearer;
import io.evcharging.poll.TokenCall;
import io.evcharging.source.smartcar.ApiGeneration;
import io.evcharging.state.Nodes;
import io.evcharging.state.State;
import io.evcharging.token.AccessTokens;
import io.evcharging.token.RefreshTokenFiles;
import io.evcharging.token.RefreshTokenSeeds;
import io.evcharging.token.RefreshTokenStore;
import io.evcharging.token.RefreshTokenTable;
import io.evcharging.token.SmartcarTokens;
import io.evcharging.token.SmartcarTokensBuilder;
import io.evcharging.token.TokenEndpoint;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the routes of {@code token.camel.yaml} refer to, and who asks them. */
final class TokenBeans {

  private static final Logger LOG = LoggerFactory.getLogger(TokenBeans.class);
  private static final long MOST_BYTES = 65_536;

  private final Binder binder;
  private final EvChargingConfig config;
  private final Clock clock;

  TokenBeans(Binder binder, EvChargingConfig config, Clock clock) {
    this.binder = binder;
    this.config = config;
    this.clock = clock;
  }

  void bind(State state, @Nullable Nodes nodes) throws Exception {
    AuthConfig auth = config.smartcar().auth();
    if (auth.v2().isOpenToOthers()) {
      LOG.warn(
          "the refresh tokens in {} can be read by others than the file's owner: chmod 600 it",
          auth.v2().refreshTokensFile());
    }
    BoundedHttpClient client =
        new BoundedHttpClient(
            MOST_BYTES, config.smartcar().connectTimeout(), auth.timeout(), clock);
    binder.bind("evchargingTokenClient", client);
    binder.whenStopIsLate(client::stop);
    binder.bind(
        "evchargingTokens",
        tokens(auth, new TokenCall(binder.template(), clock), store(auth, state, nodes)));
    AccessTokens inForce = binder.bound("evchargingTokens", AccessTokens.class);
    binder.bind("evchargingSmartcarBearer", new SmartcarBearer(inForce));
  }

  private RefreshTokenStore store(AuthConfig auth, State state, @Nullable Nodes nodes)
      throws IOException {
    RefreshTokenFiles files = new RefreshTokenFiles(auth.directory(), auth.timeout());
    if (nodes == null) {
      return files;
    }
    RefreshTokenTable table = new RefreshTokenTable(state, nodes, auth.timeout(), clock);
    table.adopt(files);
    return table;
  }

  private SmartcarTokens tokens(AuthConfig auth, TokenEndpoint endpoint, RefreshTokenStore store) {
    SmartcarTokensBuilder tokens =
        new SmartcarTokensBuilder(
            clock, () -> ThreadLocalRandom.current().nextDouble(), auth.timeout());
    GrantConfig v2 = auth.v2();
    if (v2.auth() == Auth.REFRESH_TOKEN) {
      tokens.rotating(
          v2.clientId(),
          v2.clientSecret(),
          new RefreshTokenSeeds(v2.refreshTokens(), v2.refreshTokensFile()),
          store,
          endpoint);
    } else {
      tokens.fixed(ApiGeneration.V2, auth.accessToken());
    }
    GrantConfig v3 = auth.v3();
    if (v3.auth() == Auth.CLIENT_CREDENTIALS) {
      tokens.clientCredentials(v3.clientId(), v3.clientSecret(), endpoint);
    } else {
      tokens.fixed(ApiGeneration.V3, auth.accessToken());
    }
    return tokens.build();
  }
}
