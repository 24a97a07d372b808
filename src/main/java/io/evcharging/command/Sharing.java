package io.evcharging.command;

import io.evcharging.state.Nodes;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What commands have in common with those of other nodes.
 *
 * @param nodes who shares the tables; {@code null} when there is one process alone
 * @param reason why this node must not command now, if it must not
 */
public record Sharing(@Nullable Nodes nodes, Supplier<Optional<String>> reason) {

  /** One process alone. */
  public static final Sharing NONE = new Sharing(null, Optional::empty);

  boolean shared() {
    return nodes != null;
  }

  Optional<String> cutOff() {
    return reason.get();
  }

  /** Works, or waits for the other node that does, and then works. */
  CommandReply once(String key, Claims.Work work) throws IOException {
    return nodes == null ? work.run() : new SharedClaims(nodes).once(key, work);
  }

  void refresh(Confirmations confirmations) {
    if (shared()) {
      confirmations.refresh();
    }
  }
}
