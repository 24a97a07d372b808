package io.evcharging.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.config.VehiclesConfig;
import io.evcharging.failure.WaitAndRetryException;
import io.evcharging.simulator.SimulatorClock;
import io.evcharging.source.smartcar.Connections;
import io.evcharging.source.smartcar.Connections.Connection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {

  private static final Duration REFRESH = Duration.ofHours(6);
  private static final List<Connections> ONE =
      List.of(new Connections(List.of(new Connection("a", "KIA", null, null)), 1, 1));

  private final SimulatorClock clock = SimulatorClock.at("2026-11-20T08:00:00Z");
  private final VehiclesConfig config;
  private Discovery discovery;

  DiscoveryTest(@TempDir Path folder) {
    config = new VehiclesConfig(folder.resolve("data/list.yaml"), true, null, REFRESH, false);
    discovery = new Discovery(config, clock);
  }

  @Test
  void shouldReadAtOnceAndThenEachPeriod() throws IOException {
    assertTrue(discovery.isDue());
    discovery.found(ONE);
    assertFalse(discovery.isDue());
    clock.advance(REFRESH);
    assertTrue(discovery.isDue());
  }

  @Test
  void shouldSpendNoCallBecauseOfARestart() throws IOException {
    discovery.found(ONE);
    clock.advance(REFRESH.minusMinutes(1));
    discovery = new Discovery(config, clock);
    assertFalse(discovery.isDue());
    clock.advance(Duration.ofMinutes(1));
    assertTrue(discovery.isDue());
  }

  @Test
  void shouldTryAgainSoonAndThenMoreRarelyButNeverMoreRarelyThanItsPeriod() {
    assertEquals(Duration.ofMinutes(1), waitAfterFailure(null));
    assertEquals(Duration.ofMinutes(2), waitAfterFailure(null));
    for (int time = 0; time < 20; time++) {
      waitAfterFailure(null);
    }
    assertEquals(REFRESH, waitAfterFailure(null));
  }

  @Test
  void shouldNotComeBackBeforeTheApiAllows() {
    assertEquals(Duration.ofHours(9), waitAfterFailure(Duration.ofHours(9)));
  }

  private Duration waitAfterFailure(@Nullable Duration retryAfter) {
    discovery.failed(new WaitAndRetryException("busy", retryAfter, null), "busy");
    Duration waited = Duration.ZERO;
    while (!discovery.isDue()) {
      clock.advance(Duration.ofMinutes(1));
      waited = waited.plusMinutes(1);
    }
    return waited;
  }
}
