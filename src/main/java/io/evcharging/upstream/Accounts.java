package io.evcharging.upstream;

import java.util.Collection;

/** What each vehicle has cost in this calendar month, UTC. */
interface Accounts {

  /** 0 for a vehicle that is not known. */
  long spent(String vehicleId);

  /** Spends one call, unless the vehicle has had so many this month. */
  boolean take(String vehicleId, long limit);

  /** Makes ready to call these vehicles, so that their calls wait for no disk. */
  void reserve(Collection<String> vehicleIds);

  /** Writes what was really spent. */
  void save();

  /** How many vehicles have spent so many calls this month, or more. */
  long atLeast(long calls);
}
