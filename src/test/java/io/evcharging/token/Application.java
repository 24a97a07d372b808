package io.evcharging.token;

import io.evcharging.simulator.SimulatorClock;
import io.evcharging.source.smartcar.ApiGeneration;
import io.evcharging.state.AtomicFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One process with tokens, which can end and begin again. */
final class Application {

  static final String USER = "user-1";

  final SimulatorClock clock = SimulatorClock.at("2026-11-20T08:00:00Z");
  final TokenServer server = new TokenServer(clock);
  private final Path folder;
  private final @Nullable Path seedFile;
  private final Map<String, String> seeds;
  private SmartcarTokens tokens;

  Application(Path folder, @Nullable Path seedFile) {
    this.folder = folder;
    this.seedFile = seedFile;
    this.seeds = Map.of(USER, server.consent());
    this.tokens = process(new AtomicFile());
  }

  private SmartcarTokens process(AtomicFile files) {
    return new SmartcarTokensBuilder(clock, () -> 0.5, Duration.ofSeconds(5))
        .rotating(
            "client",
            "secret",
            new RefreshTokenSeeds(seeds, seedFile),
            new RefreshTokenFiles(folder.resolve("tokens"), Duration.ofSeconds(1), files),
            server)
        .clientCredentials("client", "secret", server)
        .build();
  }

  /** As after a crash: nothing but the disk is left. */
  SmartcarTokens restart() {
    return restart(new AtomicFile());
  }

  SmartcarTokens restart(AtomicFile files) {
    tokens = process(files);
    return tokens;
  }

  SmartcarTokens tokens() {
    return tokens;
  }

  AccessToken get() {
    return tokens.get(ApiGeneration.V2, USER);
  }

  AccessToken getV3() {
    return tokens.get(ApiGeneration.V3, USER);
  }

  TokenState state() {
    return tokens.states().get(0);
  }

  void later(Duration time) {
    clock.advance(time);
  }
}
