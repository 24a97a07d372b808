package io.evcharging.deliver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;

/** How the sinks are: healthy or not and why, what waits for each, and since when. */
public final class SinkStates extends ServiceSupport {

  /** What {@link #waiting} says where it cannot be known. */
  public static final long UNKNOWN = -1;

  private final Map<String, SinkState> sinks = new LinkedHashMap<>();
  private final ToLongFunction<String> waiting;

  /**
   * Of these sinks.
   *
   * @param names in the order of the configuration
   * @param state makes the state of one
   * @param waiting counts what waits for one
   */
  public SinkStates(
      List<String> names, Function<String, SinkState> state, ToLongFunction<String> waiting) {
    names.forEach(name -> sinks.put(name, state.apply(name)));
    this.waiting = waiting;
  }

  /** The names, in the order of the configuration. */
  public Set<String> names() {
    return Set.copyOf(sinks.keySet());
  }

  /**
   * How one sink is.
   *
   * @param sink its name, one of the configuration
   * @return always the same object
   */
  public SinkState of(String sink) {
    return Objects.requireNonNull(sinks.get(sink), sink);
  }

  /**
   * How many observations wait for a sink, the one under way included. Asks the broker: for now and
   * then, not for each message.
   *
   * @param sink its name
   * @return {@link #UNKNOWN} where the broker does not say
   */
  public long waiting(String sink) {
    return waiting.applyAsLong(sink);
  }

  @Override
  protected void doStart() {
    ServiceHelper.startService(sinks.values());
  }

  @Override
  protected void doStop() {
    ServiceHelper.stopService(sinks.values());
  }
}
