package io.evcharging.poll;

import io.evcharging.source.smartcar.SmartcarError;

/** Hears of each poll. Called in the thread that polls: it must be quick, and must not throw. */
public interface PollListener {

  /**
   * A poll was put on the polls channel.
   *
   * @param source what is polled
   */
  default void planned(String source) {}

  /**
   * A poll was taken from the polls channel.
   *
   * @param source what is polled
   */
  default void started(String source) {}

  /**
   * A source's schedule has fired.
   *
   * @param source what is polled
   * @param vehicles how many would have been asked, but have cost more than the month allows by now
   */
  default void ahead(String source, int vehicles) {}

  /**
   * The source API has refused to answer about a vehicle.
   *
   * @param vehicleId the source API's vehicle id
   * @param error its refusal
   */
  default void refused(String vehicleId, SmartcarError error) {}

  /**
   * A poll has ended.
   *
   * @param source what was polled; {@code unknown} when there is no such source
   * @param outcome how it ended
   * @param millis how long it took, its wait on the polls channel left out
   */
  void ended(String source, PollOutcome outcome, long millis);
}
