package io.evcharging.command;

import io.evcharging.canonical.CommandOutcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts commands by door and outcome. A repeat is no other command, and not counted again. */
public final class CommandOutcomes {

  /** The doors that there are: a host's own routes come in by the last one, whatever their name. */
  public static final List<String> DOORS = List.of("rest", "jms", "embedded");

  private final Map<String, Map<CommandOutcome, LongAdder>> counts =
      DOORS.stream().collect(Collectors.toMap(Function.identity(), door -> none()));

  private static Map<CommandOutcome, LongAdder> none() {
    Map<CommandOutcome, LongAdder> none = new EnumMap<>(CommandOutcome.class);
    for (CommandOutcome outcome : CommandOutcome.values()) {
      none.put(outcome, new LongAdder());
    }
    return none;
  }

  void count(String door, CommandOutcome outcome) {
    adder(DOORS.contains(door) ? door : "embedded", outcome).increment();
  }

  /**
   * How many commands ended so, since the start.
   *
   * @param door one of {@link #DOORS}
   * @return 0 when none did
   */
  public long of(String door, CommandOutcome outcome) {
    return adder(door, outcome).sum();
  }

  private LongAdder adder(String door, CommandOutcome outcome) {
    return Objects.requireNonNull(Objects.requireNonNull(counts.get(door)).get(outcome));
  }
}
