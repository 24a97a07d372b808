package io.evcharging.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evcharging.canonical.AmperageCommand;
import io.evcharging.canonical.ChargingObservation;
import io.evcharging.canonical.CommandOutcome;
import io.evcharging.canonical.CommandResult;
import io.evcharging.canonical.Confirmation;
import io.evcharging.canonical.Electrical;
import io.evcharging.canonical.Source;
import io.evcharging.canonical.Vehicle;
import io.evcharging.config.CommandConfig;
import io.evcharging.config.CommandJmsConfig;
import io.evcharging.config.Vehicles;
import io.evcharging.mapping.BrandCapabilities;
import io.evcharging.simulator.SimulatorClock;
import io.evcharging.state.State;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without Camel: times of observations, a disk and sinks that fail. */
class CommandingTest {

  private static final CommandConfig CONFIG =
      new CommandConfig(
          true,
          1,
          80,
          Duration.ofSeconds(10),
          Duration.ofMinutes(10),
          3,
          new CommandJmsConfig(false, 1));
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  @TempDir Path directory;
  private final SimulatorClock clock = SimulatorClock.at(NOW);
  private final List<String> sent = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private boolean sinksFail;
  private State state;
  private Commanding commanding;

  @BeforeEach
  void open() throws IOException {
    Path vehicles = directory.resolve("vehicles.yaml");
    Files.writeString(vehicles, "vehicles:\n  - {id: car, brand: TESLA}\n");
    state = State.open(directory);
    commanding =
        Commanding.open(
            CONFIG,
            new Commanding.Surroundings(
                Vehicles.open(vehicles),
                state.jdbi(),
                directory,
                Map.of(BrandCapabilities.TESLA_AMMETER, this::take),
                this::tell,
                () -> true,
                source -> true),
            clock);
  }

  @AfterEach
  void close() throws IOException {
    commanding.close();
    state.close();
  }

  private Actuated take(AmperageCommand command) {
    sent.add(command.vehicleId());
    return new Actuated(CommandOutcome.ACCEPTED, command.amperage(), "Taken.", null, null);
  }

  private void tell(CommandEvent event) throws IOException {
    if (sinksFail) {
      throw new IOException("the sinks fail");
    }
    told.add(event.id());
  }

  @Test
  void shouldGoByTheTimeOfTheFieldItself() throws IOException {
    String id = send().commandId();

    observe(NOW.plusSeconds(30), NOW.minusSeconds(1), NOW.plusSeconds(31));
    assertEquals(Confirmation.PENDING, confirmation(id));
    observe(NOW.minusSeconds(30), NOW.plusSeconds(1), NOW.plusSeconds(31));
    assertEquals(Confirmation.Status.CONFIRMED, confirmation(id).status());
    assertEquals(NOW.plusSeconds(1), confirmation(id).observedAt());
  }

  @Test
  void shouldGoByTheTimeOfReceivingWhereThereIsNoOther() throws IOException {
    String id = send().commandId();

    observe(null, null, NOW.plusSeconds(2));
    assertEquals(NOW.plusSeconds(2), confirmation(id).observedAt());
  }

  @Test
  void shouldCallNobodyWhenTheAuditCannotBeWritten() throws IOException {
    Files.writeString(directory.resolve("audit"), "in the way");

    assertThrows(IOException.class, this::send);
    assertEquals(List.of(), sent);
    Files.delete(directory.resolve("audit"));
    assertEquals(CommandOutcome.ACCEPTED, send().outcome());
  }

  @Test
  void shouldTellTheSinksLaterWhatTheyDidNotTake() throws IOException {
    sinksFail = true;
    assertEquals(CommandOutcome.ACCEPTED, send().outcome());
    commanding.tick();
    assertEquals(List.of(), told);
    sinksFail = false;
    commanding.tick();
    commanding.tick();
    assertEquals(1, told.size());
    assertEquals(2, audit().size(), "the audit had it already");
  }

  @Test
  void shouldKeepTheAuditToItsOwner() throws IOException {
    send();

    Path file = directory.resolve("audit/commands-2026-11.ndjson");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    clock.set(Instant.parse("2026-12-01T00:00:00Z"));
    send();
    // The first one's confirmation ends, the second is asked for and answered.
    assertEquals(3, Files.readAllLines(directory.resolve("audit/commands-2026-12.ndjson")).size());
  }

  private List<String> audit() throws IOException {
    return Files.readAllLines(directory.resolve("audit/commands-2026-11.ndjson"));
  }

  private CommandResult send() throws IOException {
    byte[] body = "{\"vehicleId\":\"car\",\"amperage\":16}".getBytes(StandardCharsets.UTF_8);
    return commanding
        .commands()
        .take(new CommandRequest(body, null, "ops", "rest", null, null, null))
        .result();
  }

  private Confirmation confirmation(String commandId) {
    return commanding.commands().read(commandId).orElseThrow().confirmation();
  }

  private void observe(@Nullable Instant observed, @Nullable Instant own, Instant received) {
    BigDecimal amps = BigDecimal.valueOf(16);
    commanding
        .confirmations()
        .observe(
            new ChargingObservation(
                UUID.randomUUID(),
                new Vehicle("car", "TESLA"),
                new Source("tesla-charge", null),
                observed,
                null,
                received,
                null,
                new Electrical(null, amps, null, null, null, null, null, null),
                null,
                null,
                null,
                null,
                null,
                null,
                own == null ? null : Map.of("electrical.requestedCurrentAmps", own),
                null,
                null));
  }
}
