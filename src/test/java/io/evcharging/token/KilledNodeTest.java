package io.evcharging.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.evcharging.config.StateConfig;
import io.evcharging.simulator.SimulatorClock;
import io.evcharging.source.smartcar.ApiGeneration;
import io.evcharging.state.Nodes;
import io.evcharging.state.State;
import io.evcharging.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node is killed at each step of a renewal, and another one is there. */
class KilledNodeTest {

  private static final String USER = "user-1";

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  /** A node with its own connections to the tables of all. */
  private static final class OneOfTwo implements AutoCloseable {
    private final State state;
    private final Nodes nodes;
    private final SmartcarTokens tokens;

    OneOfTwo(String name, Cluster cluster, Consumer<String> step) {
      state = State.open(cluster.config, cluster.data.resolve(name));
      nodes = new Nodes(state, name);
      nodes.beat();
      RefreshTokenTable table =
          new RefreshTokenTable(state, nodes, Duration.ofMillis(200), cluster.clock);
      RefreshTokenSeeds seeds = new RefreshTokenSeeds(Map.of(USER, cluster.seed), null);
      tokens =
          new SmartcarTokensBuilder(cluster.clock, () -> 0.5, Duration.ofSeconds(5))
              .rotating("client", "secret", seeds, new Stepping(table, step), cluster.server)
              .clientCredentials("client", "secret", cluster.server)
              .build();
    }

    AccessToken get() {
      return tokens.get(ApiGeneration.V2, USER);
    }

    @Override
    public void close() {
      state.close();
    }
  }

  /** The tables and the token server of all nodes. */
  private static final class Cluster {
    final SimulatorClock clock = SimulatorClock.at("2026-11-20T08:00:00Z");
    final TokenServer server = new TokenServer(clock);
    final String seed = server.consent();
    final StateConfig config = TestPostgres.config();
    final Path data;

    Cluster(Path data) {
      this.data = data;
    }
  }

  /** Tells before and after each write. */
  private record Stepping(RefreshTokenStore store, Consumer<String> step)
      implements RefreshTokenStore {

    @Override
    public void write(String userId, RefreshTokens tokens) throws IOException {
      step.accept("to be written");
      store.write(userId, tokens);
      step.accept("written");
    }

    @Override
    public RefreshTokens read(String userId) throws IOException {
      return store.read(userId);
    }

    @Override
    public <T, X extends Exception> T exclusively(String userId, Action<T, X> action)
        throws IOException, X {
      return store.exclusively(userId, action);
    }

    @Override
    public Set<String> users() throws IOException {
      return store.users();
    }

    @Override
    public boolean isAbandoned(String userId) {
      return store.isAbandoned(userId);
    }
  }

  private static final List<String> STEPS =
      List.of(
          "to be written", "written", "at the server", "at the server", "to be written", "written");

  /** Dies at the step of that number: with its connections, so that it can give nothing back. */
  private static List<String> killAt(int number, Cluster cluster) {
    List<String> steps = new ArrayList<>();
    OneOfTwo[] dying = new OneOfTwo[1];
    Consumer<String> step =
        name -> {
          steps.add(name);
          if (steps.size() > number) {
            dying[0].close();
            throw new Killed();
          }
        };
    try (OneOfTwo node = new OneOfTwo("dying", cluster, step)) {
      dying[0] = node;
      cluster.server.step = () -> step.accept("at the server");
      assertNotNull(node.get());
    } catch (Killed killed) {
      // As it should be.
    } finally {
      cluster.server.step = () -> {};
    }
    return steps;
  }

  /** Ten seconds later: its name is dead. */
  private static void noticed(OneOfTwo node) {
    node.state.jdbi().useHandle(h -> h.execute("delete from evcharging_node where node = 'dying'"));
  }

  @Test
  void shouldNeverLeaveOnlyADeadTokenWhereverANodeWasKilled(@TempDir Path folder) {
    for (int number = 0; number <= STEPS.size(); number++) {
      Cluster cluster = new Cluster(folder.resolve("" + number));
      try (OneOfTwo other = new OneOfTwo("other", cluster, step -> {})) {
        assertNotNull(other.get());
        cluster.clock.advance(TokenServer.LIFE);
        List<String> steps = killAt(number, cluster);
        assertEquals(STEPS.subList(0, Math.min(number + 1, STEPS.size())), steps);
        noticed(other);
        cluster.clock.advance(Duration.ofSeconds(15));
        other.tokens.keep();
        cluster.clock.advance(Duration.ofDays(1));
        assertNotNull(other.get(), steps::toString);
      }
    }
  }
}
