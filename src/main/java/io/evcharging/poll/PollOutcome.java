package io.evcharging.poll;

/** How one poll ended. */
public enum PollOutcome {
  /** An observation was handed to the observations channel. */
  OBSERVED,
  /** The source API has nothing on this vehicle yet. */
  NO_DATA,
  /** The source API is well and the vehicle is not to be had: asleep, out of reach and the like. */
  VEHICLE_STATE,
  /** A passing fault: the next schedule tries again. */
  RETRY_LATER,
  /** Somebody must act first. */
  STOPPED,
  /** The answer could not be read. */
  UNREADABLE,
  /** Asked for what there is not. */
  REFUSED,
  /** Not asked: the vehicle, this source of it, or the application is left alone for now. */
  SUSPENDED,
  /** Not asked: the budget is spent. It is asked when there is some again. */
  HELD,
  /** Not asked: the last answer of the same is still on its way. */
  UNDER_WAY,
  /** Cancelled: its deadline had passed. */
  EXPIRED,
  /** Any other fault: one of this module, or of the observations channel. */
  FAILED;

  /** Whether the source API has answered as it should. */
  boolean reached() {
    return this == OBSERVED || this == NO_DATA || this == VEHICLE_STATE;
  }

  /** Whether the source API was asked at all, or was to be. */
  boolean asked() {
    return this != SUSPENDED && this != HELD && this != UNDER_WAY;
  }

  /** The word in logs and metrics: lower case, with dashes. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
