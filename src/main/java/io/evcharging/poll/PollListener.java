package io.evcharging.poll;

/** Hears of each poll. Called in the thread that polls: it must be quick, and must not throw. */
public interface PollListener {

  /**
   * A poll was put on the polls channel.
   *
   * @param source what is polled
   */
  default void planned(String source) {}

  /**
   * A poll has ended.
   *
   * @param source what was polled; {@code unknown} when there is no such source
   * @param outcome how it ended
   * @param millis how long it took, its wait on the polls channel left out
   */
  void ended(String source, PollOutcome outcome, long millis);
}
