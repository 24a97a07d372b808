package io.evcharging.command;

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
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Commands without Camel: a clock, an OEM, a disk and sinks that do as they are told. */
final class CommandingFixture implements AutoCloseable {

  private static final CommandConfig CONFIG =
      new CommandConfig(
          true,
          1,
          80,
          Duration.ofSeconds(10),
          Duration.ofMinutes(10),
          3,
          new CommandJmsConfig(false, 1));
  static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  final SimulatorClock clock = SimulatorClock.at(NOW);
  final List<String> sent = new ArrayList<>();
  final List<String> told = new ArrayList<>();
  boolean sinksFail;
  Supplier<Actuated> oem = CommandingFixture::accepts;
  private final Path directory;
  private final State state;
  private Commanding commanding;

  CommandingFixture(Path directory) throws IOException {
    this.directory = directory;
    Files.writeString(
        directory.resolve("vehicles.yaml"), "vehicles:\n  - {id: car, brand: TESLA}\n");
    state = State.open(directory);
    commanding = commanding();
  }

  private Commanding commanding() throws IOException {
    return Commanding.open(
        CONFIG,
        new Commanding.Surroundings(
            Vehicles.open(directory.resolve("vehicles.yaml")),
            state.jdbi(),
            directory,
            Map.of(BrandCapabilities.TESLA_AMMETER, this::take),
            this::tell,
            () -> true,
            source -> true,
            Sharing.NONE),
        clock);
  }

  void restart() throws IOException {
    commanding.close();
    commanding = commanding();
  }

  List<ReadBack.Poll> tick() {
    return commanding.tick();
  }

  private Actuated take(AmperageCommand command) {
    sent.add(command.vehicleId());
    return oem.get();
  }

  static Actuated accepts() {
    return new Actuated(CommandOutcome.ACCEPTED, BigDecimal.valueOf(16), "Taken.", null, null);
  }

  private void tell(CommandEvent event) throws IOException {
    if (sinksFail) {
      throw new IOException("the sinks fail");
    }
    told.add(event.id());
  }

  /** Nothing can be appended to the audit from now on. */
  void loseTheAudit() {
    try {
      if (Files.exists(directory.resolve("audit"))) {
        Files.move(directory.resolve("audit"), directory.resolve("gone"));
      }
      Files.writeString(directory.resolve("audit"), "in the way");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void haveTheAuditAgain() throws IOException {
    Files.delete(directory.resolve("audit"));
  }

  List<String> audit() throws IOException {
    return Files.readAllLines(directory.resolve("audit/commands-2026-11.ndjson"));
  }

  List<String> changes() throws IOException {
    return audit().stream()
        .map(line -> line.replaceAll(".*\"change\":\"(\\w+)\".*", "$1"))
        .toList();
  }

  CommandResult send() throws IOException {
    byte[] body = "{\"vehicleId\":\"car\",\"amperage\":16}".getBytes(StandardCharsets.UTF_8);
    return commanding
        .commands()
        .take(new CommandRequest(body, null, "ops", "rest", null, null, null))
        .result();
  }

  Confirmation confirmation(String commandId) {
    return commanding.commands().read(commandId).orElseThrow().confirmation();
  }

  void observe(@Nullable Instant observed, @Nullable Instant own, Instant received) {
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

  @Override
  public void close() throws IOException {
    commanding.close();
    state.close();
  }
}
