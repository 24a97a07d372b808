package io.evcharging.upstream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the budget holds polls back: said once when it begins, and once when it ends. */
final class Holding {

  private static final Logger LOG = LoggerFactory.getLogger(Plan.class);

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
}
