package io.evcharging.poll;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What travels on the polls channel: ask this source about this vehicle. Others may write there
 * too, so anything may stand in it.
 *
 * @param source a source's id
 * @param vehicleId a vehicle of the vehicles file
 * @param nextPoll when the next poll of the same is due, milliseconds since 1970: this one is of no
 *     use any more then; {@code null} when nobody said
 */
public record PollRequest(
    @Nullable String source, @Nullable String vehicleId, @Nullable Long nextPoll) {

  static final PollRequest NOTHING = new PollRequest(null, null, null);
  static final String PROPERTY = "evcharging.pollRequest";

  /** For what is not named, or cannot be one. */
  static final String UNKNOWN = "unknown";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  /** As log lines name it. */
  @Override
  public String toString() {
    return "vehicleId=" + printable(vehicleId) + " source=" + printable(source);
  }

  private static String printable(@Nullable String name) {
    return name != null && NAME.matcher(name).matches() ? name : UNKNOWN;
  }
}
