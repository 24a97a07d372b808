package io.evcharging.upstream;

import io.evcharging.source.ChargeSource;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the budget holds polls back: said once when it begins, and once when it ends. */
final class Holding {

  private static final Logger LOG = LoggerFactory.getLogger(Plan.class);

  private final Map<ChargeSource, Integer> ahead = new EnumMap<>(ChargeSource.class);
  private boolean back;

  boolean back() {
    return back;
  }

  void tell(boolean held, int waiting, long left) {
    if (held && !back) {
      LOG.warn(
          "budget: {} polls wait, {} calls are left for polls now; they are made as calls come"
              + " back, see evcharging.budget.application.*",
          waiting,
          left);
    } else if (back && !held) {
      LOG.info("budget: no poll waits any more");
    }
    back = held;
  }

  /** Vehicles whose turn it was, but for the month's pace. */
  void tellAhead(ChargeSource source, int vehicles) {
    int before = ahead(source);
    ahead.put(source, vehicles);
    if (vehicles > 0 && before == 0) {
      LOG.info(
          "budget: source={} {} vehicles are ahead of their month's pace, and are polled as it"
              + " catches up, see evcharging.budget.vehicle.per-month",
          source.id(),
          vehicles);
    } else if (vehicles == 0 && before > 0) {
      LOG.info("budget: source={} no vehicle waits for its month's pace any more", source.id());
    }
  }

  int ahead(ChargeSource source) {
    return ahead.getOrDefault(source, 0);
  }
}
