package io.evcharging.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.config.BudgetConfig;
import io.evcharging.config.PolledVehicle;
import io.evcharging.config.Vehicles;
import io.evcharging.simulator.SimulatorClock;
import io.evcharging.source.ChargeSource;
import io.evcharging.state.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuspensionsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  @TempDir Path data;
  private final SimulatorClock clock = SimulatorClock.at(NOW);
  private State state;
  private Vehicles vehicles;
  private Suspensions suspensions;

  @BeforeEach
  void open() throws IOException {
    list("{id: a, brand: Tesla, sources: [tesla-charge, charge-voltage]}, {id: b, brand: Tesla}");
    state = State.open(data);
    vehicles = Vehicles.open(data.resolve("vehicles.yaml"));
    suspensions = new Suspensions(state, vehicles, clock);
  }

  @AfterEach
  void close() {
    state.close();
  }

  private void list(String entries) throws IOException {
    Files.writeString(data.resolve("vehicles.yaml"), "vehicles: [" + entries + "]");
    if (vehicles != null) {
      vehicles.all(); // As each tick does; a look-up within moments of another does not.
    }
  }

  private PolledVehicle vehicle(String id) {
    return vehicles.byId(id).orElseThrow();
  }

  private boolean isLeftAlone(String id, ChargeSource source) {
    return suspensions.of(vehicle(id), source).isPresent();
  }

  private void restart() {
    suspensions = new Suspensions(state, vehicles, clock);
  }

  @Test
  void shouldLeaveOneSourceOfAVehicleAlone() {
    suspensions.suspend(vehicle("a"), ChargeSource.CHARGE_VOLTAGE, null, "HTTP 501");
    assertTrue(isLeftAlone("a", ChargeSource.CHARGE_VOLTAGE));
    assertFalse(isLeftAlone("a", ChargeSource.TESLA_CHARGE));
    assertFalse(isLeftAlone("b", ChargeSource.TESLA_CHARGE));
  }

  @Test
  void shouldWaitToTheMomentAndStopNoOther() {
    suspensions.suspend(vehicle("a"), null, NOW.plusSeconds(40), "HTTP 429");
    clock.advance(Duration.ofSeconds(40).minusMillis(1));
    assertTrue(isLeftAlone("a", ChargeSource.TESLA_CHARGE));
    assertTrue(isLeftAlone("a", ChargeSource.CHARGE_VOLTAGE));
    assertFalse(isLeftAlone("b", ChargeSource.TESLA_CHARGE));
    clock.advance(Duration.ofMillis(1));
    assertFalse(isLeftAlone("a", ChargeSource.TESLA_CHARGE));
    assertEquals(0, suspensions.list().size());
  }

  @Test
  void shouldStopAllForTheApplication() {
    suspensions.suspendApplication(NOW.plusSeconds(60), "HTTP 429 RATE_LIMIT/SMARTCAR_API");
    restart();
    assertTrue(isLeftAlone("a", ChargeSource.TESLA_CHARGE));
    assertTrue(isLeftAlone("b", ChargeSource.TESLA_CHARGE));
    assertEquals(1, suspensions.resume(Suspension.APPLICATION, null));
    assertFalse(isLeftAlone("b", ChargeSource.TESLA_CHARGE));
  }

  @Test
  void shouldRememberOverARestartUntilResumed() {
    suspensions.suspend(vehicle("a"), null, null, "HTTP 403 PERMISSION");
    clock.advance(Duration.ofDays(400));
    restart();
    assertEquals(
        "[vehicleId=a source=all reason=\"HTTP 403 PERMISSION\", until resumed]",
        suspensions.list().toString());
    assertEquals(1, suspensions.resume("a", null));
    assertEquals(0, suspensions.resume("a", null));
    restart();
    assertFalse(isLeftAlone("a", ChargeSource.TESLA_CHARGE));
  }

  @Test
  void shouldResumeOneSource() {
    suspensions.suspend(vehicle("a"), ChargeSource.CHARGE_VOLTAGE, null, "HTTP 501");
    suspensions.suspend(vehicle("a"), ChargeSource.TESLA_CHARGE, null, "HTTP 501");
    assertEquals(1, suspensions.resume("a", "charge-voltage"));
    assertFalse(isLeftAlone("a", ChargeSource.CHARGE_VOLTAGE));
    assertTrue(isLeftAlone("a", ChargeSource.TESLA_CHARGE));
  }

  @Test
  void shouldNeverShortenAWait() {
    suspensions.suspend(vehicle("a"), null, NOW.plusSeconds(100), "first");
    suspensions.suspend(vehicle("a"), null, NOW.plusSeconds(50), "second");
    assertEquals(NOW.plusSeconds(100), suspensions.list().get(0).until());
    suspensions.suspend(vehicle("a"), null, null, "third");
    suspensions.suspend(vehicle("a"), null, NOW.plusSeconds(200), "fourth");
    assertEquals("third", suspensions.list().get(0).reason());
  }

  @Test
  void shouldEndWhenTheVehiclesEntryChanges() throws IOException {
    suspensions.suspend(vehicle("a"), null, null, "HTTP 403");
    suspensions.suspend(vehicle("b"), null, null, "HTTP 403");
    list("{id: a, brand: Tesla, userId: somebody}, {id: b, brand: Tesla}");
    assertFalse(isLeftAlone("a", ChargeSource.TESLA_CHARGE));
    assertTrue(isLeftAlone("b", ChargeSource.TESLA_CHARGE));
  }

  @Test
  void shouldForgetAVehicleThatIsGone() throws IOException {
    suspensions.suspend(vehicle("b"), null, null, "HTTP 403");
    list("{id: a, brand: Tesla}");
    suspensions.review();
    list("{id: a, brand: Tesla}, {id: b, brand: Tesla}, {id: c, brand: Tesla}");
    assertFalse(isLeftAlone("b", ChargeSource.TESLA_CHARGE));
  }

  @Test
  void shouldDoubleTheApplicationsWaitUntilThereIsAGoodAnswer() {
    BudgetConfig limits = new BudgetConfig(120, 2, 500, 10, Duration.ofMinutes(1));
    Budget budget = new Budget(state, limits, clock);
    Patience patience = new Patience(suspensions, budget, Duration.ofMinutes(1), clock);
    Decision refused = Decision.about(Decision.Scope.APPLICATION, Decision.Kind.WAIT);
    for (int minutes : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      patience.apply(refused, vehicle("a"), ChargeSource.TESLA_CHARGE, "HTTP 429");
      patience.apply(refused, vehicle("b"), ChargeSource.TESLA_CHARGE, "HTTP 429");
      patience.answered(); // a call from before the wait
      assertEquals(clock.instant().plusSeconds(60L * minutes), suspensions.list().get(0).until());
      clock.advance(Duration.ofMinutes(minutes));
    }
    patience.answered();
    patience.apply(refused, vehicle("a"), ChargeSource.TESLA_CHARGE, "HTTP 429");
    assertEquals(clock.instant().plusSeconds(60), suspensions.list().get(0).until());
  }
}
