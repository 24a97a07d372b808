package io.evcharging.upstream;

import io.evcharging.source.ChargeSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is asked, and when. Safe for many threads. */
public interface Planning extends AutoCloseable {

  /**
   * A source's schedule has fired.
   *
   * @param source that is polled
   * @return what is to be asked at once; the rest comes with {@link #release}
   */
  List<DuePoll> tick(ChargeSource source);

  /**
   * Whose moment has come, as far as the budget goes: to be called every second or so.
   *
   * @return in the order in which they should be asked
   */
  List<DuePoll> release();

  /**
   * A poll that was given out starts.
   *
   * @param source a source's id; anything may stand in it
   * @param vehicleId likewise
   * @return whether it may go on: not while another one asks the same
   */
  boolean started(@Nullable String source, @Nullable String vehicleId);

  /**
   * A poll that had started and could go on has ended, however it did.
   *
   * @param source a source's id; anything may stand in it
   * @param vehicleId likewise
   */
  void ended(@Nullable String source, @Nullable String vehicleId);

  /**
   * A poll has ended with a good answer.
   *
   * @param source what was asked
   * @param vehicleId the source API's vehicle id
   * @param sighting what it says
   */
  void answered(ChargeSource source, String vehicleId, Sighting sighting);

  /**
   * The vehicle sleeps, or is where nobody reaches it.
   *
   * @param source what was asked
   * @param vehicleId the source API's vehicle id
   */
  void unreachable(ChargeSource source, String vehicleId);

  /**
   * A poll has made a call and ended without a good answer: others have their turn before it.
   *
   * @param source what was asked
   * @param vehicleId the source API's vehicle id
   */
  void failed(ChargeSource source, String vehicleId);

  /**
   * The poll did not come to its call: it waits again.
   *
   * @param source what was to be asked
   * @param vehicleId the source API's vehicle id
   */
  void heldBack(ChargeSource source, String vehicleId);

  /**
   * How many vehicles had no turn at the last tick of a source that this plan saw, because they
   * have cost more calls than the month allows by now.
   *
   * @param source that is polled
   */
  int aheadOfPace(ChargeSource source);

  /** How many polls wait for the budget. */
  int heldBack();

  /** Writes down what is known. */
  @Override
  void close();
}
