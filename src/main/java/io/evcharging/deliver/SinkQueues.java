package io.evcharging.deliver;

import java.util.Map;

/** What waits for each sink, wherever it waits. */
public interface SinkQueues {

  /**
   * Makes sure that the queue of each sink is there. Cheap when it was before.
   *
   * @throws Exception when it cannot be told or made
   */
  void ensure() throws Exception;

  /** Something has failed: they may have gone. */
  void forget();

  /**
   * How many observations wait for a sink.
   *
   * @param sink its name
   * @return {@link SinkStates#UNKNOWN} where that cannot be known
   */
  long waiting(String sink);

  /**
   * How many observations are kept that a sink would not take.
   *
   * @param sink its name
   * @return {@link SinkStates#UNKNOWN} where that cannot be known
   */
  long undelivered(String sink);

  /**
   * Gives some of the oldest up that waits for the sink with the longest queue.
   *
   * @return how many of which sink; empty where nothing can be given up
   */
  Map<String, Long> dropOldest();
}
