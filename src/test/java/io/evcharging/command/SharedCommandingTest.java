package io.evcharging.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.canonical.AmperageCommand;
import io.evcharging.canonical.CommandOutcome;
import io.evcharging.config.CommandConfig;
import io.evcharging.config.CommandJmsConfig;
import io.evcharging.config.Vehicles;
import io.evcharging.mapping.BrandCapabilities;
import io.evcharging.simulator.SimulatorClock;
import io.evcharging.state.Nodes;
import io.evcharging.state.State;
import io.evcharging.testing.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL. */
class SharedCommandingTest {

  private static final CommandConfig CONFIG =
      new CommandConfig(
          true,
          1,
          80,
          Duration.ofSeconds(10),
          Duration.ofMinutes(10),
          3,
          new CommandJmsConfig(false, 1));

  @TempDir Path directory;
  private final SimulatorClock clock = SimulatorClock.at("2026-11-20T08:00:00Z");
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private State state;
  private Nodes firstNode;
  private Commanding first;
  private Commanding second;
  private Optional<String> cutOff = Optional.empty();

  @BeforeEach
  void open() throws IOException {
    Files.writeString(
        directory.resolve("vehicles.yaml"), "vehicles:\n  - {id: car, brand: TESLA}\n");
    state = State.open(TestPostgres.config(), directory);
    firstNode = new Nodes(state, "first");
    first = node(firstNode);
    second = node(new Nodes(state, "second"));
  }

  private Commanding node(Nodes nodes) throws IOException {
    nodes.beat();
    return Commanding.open(
        CONFIG,
        new Commanding.Surroundings(
            Vehicles.open(directory.resolve("vehicles.yaml")),
            state.jdbi(),
            directory.resolve(nodes.me()),
            Map.of(BrandCapabilities.TESLA_AMMETER, this::take),
            event -> {},
            () -> true,
            source -> true,
            new Sharing(nodes, () -> cutOff)),
        clock);
  }

  @AfterEach
  void close() throws IOException {
    first.close();
    second.close();
    state.close();
  }

  private Actuated take(AmperageCommand command) {
    sent.add(command.vehicleId());
    return new Actuated(CommandOutcome.ACCEPTED, command.amperage(), "Taken.", null, null);
  }

  private static CommandReply send(Commanding node, @Nullable String key) {
    try {
      return node.commands()
          .take(
              new CommandRequest(
                  "{\"amperage\":16}".getBytes(StandardCharsets.UTF_8),
                  "car",
                  "ops",
                  "rest",
                  key,
                  null,
                  null));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void shouldCarryOutOnceWhatTwoNodesGetAtOnce() {
    List<String> ids =
        Stream.of(first, second, first, second)
            .parallel()
            .map(node -> send(node, "key").result().commandId())
            .distinct()
            .toList();
    assertEquals(1, ids.size());
    assertEquals(List.of("car"), sent);
    assertEquals(ids.get(0), second.commands().read(ids.get(0)).orElseThrow().commandId());
  }

  @Test
  void shouldLeaveAVehicleAloneOnAllNodes() {
    assertEquals(CommandOutcome.ACCEPTED, send(first, null).result().outcome());
    CommandReply tooSoon = send(second, null);
    assertEquals(CommandOutcome.RATE_LIMITED, tooSoon.result().outcome());
    clock.advance(Duration.ofSeconds(10));
    assertEquals(CommandOutcome.ACCEPTED, send(second, null).result().outcome());
  }

  @Test
  void shouldRefuseWhileItIsCutOffAndRememberNothing() {
    cutOff = Optional.of("the tables cannot be reached");
    CommandReply refused = send(first, "key");
    assertEquals(CommandReply.Reason.SWITCHED_OFF, refused.reason());
    assertEquals(List.of(), sent);
    cutOff = Optional.empty();
    assertEquals(CommandOutcome.ACCEPTED, send(second, "key").result().outcome());
  }

  @Test
  void shouldSayUnknownOfWhatANodeHasLeft() {
    CommandStore store = new CommandStore(state.jdbi(), "first");
    String id = send(first, "key").result().commandId();
    store.update(first.commands().read(id).orElseThrow(), CommandStore.State.ASKED, null, null);
    second.tick();
    assertEquals(CommandOutcome.ACCEPTED, outcome(id), "the first node lives");
    firstNode.leave();
    second.tick();
    assertEquals(CommandOutcome.UNKNOWN, outcome(id));
    assertEquals(CommandOutcome.UNKNOWN, send(second, "key").result().outcome());
    assertEquals(1, sent.size());
  }

  private CommandOutcome outcome(String id) {
    return second.commands().read(id).orElseThrow().outcome();
  }

  @Test
  void shouldConfirmOnWhicheverNodeTheObservationComes() {
    String id = send(first, null).result().commandId();
    second.refresh();
    clock.advance(Duration.ofMinutes(11));
    assertEquals(2, Stream.of(first, second).parallel().filter(SharedCommandingTest::tick).count());
    assertTrue(
        String.valueOf(second.commands().read(id).orElseThrow().confirmation())
            .contains("UNCONFIRMED"));
  }

  private static boolean tick(Commanding node) {
    return node.tick().isEmpty();
  }
}
