package io.evcharging.door.rest;

import io.evcharging.canonical.CommandOutcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** Counts the commands of the REST door by outcome. */
public final class CommandOutcomes {

  private final Map<CommandOutcome, LongAdder> counts = new EnumMap<>(CommandOutcome.class);

  CommandOutcomes() {
    for (CommandOutcome outcome : CommandOutcome.values()) {
      counts.put(outcome, new LongAdder());
    }
  }

  void count(CommandOutcome outcome) {
    adder(outcome).increment();
  }

  /**
   * How many commands ended so, since the start.
   *
   * @return 0 when none did
   */
  public long of(CommandOutcome outcome) {
    return adder(outcome).sum();
  }

  private LongAdder adder(CommandOutcome outcome) {
    return Objects.requireNonNull(counts.get(outcome));
  }
}
