package io.evcharging.command;

import io.evcharging.state.LookAgain;
import io.evcharging.state.Nodes;
import java.io.IOException;
import java.time.Duration;

/**
 * Of those nodes that get the same key at the same time, one works and the others wait for it; when
 * it dies, one of them goes on with what it has left.
 */
final class SharedClaims {

  private static final String PREFIX = "command-key:";
  private static final String HELD = "another node works on the same command for too long";
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  /** Longer than the slowest car. */
  private static final Duration MOST = Duration.ofMinutes(15);

  private final Nodes nodes;

  SharedClaims(Nodes nodes) {
    this.nodes = nodes;
  }

  CommandReply once(String key, Claims.Work work) throws IOException {
    String lease = PREFIX + key;
    LookAgain.until(() -> nodes.take(lease, MOST), LOOK_AGAIN, MOST, HELD);
    try {
      return work.run();
    } finally {
      release(lease);
    }
  }

  private void release(String lease) {
    try {
      nodes.release(lease);
    } catch (RuntimeException e) {
      // It ends by itself; what became of the command is known.
    }
  }
}
