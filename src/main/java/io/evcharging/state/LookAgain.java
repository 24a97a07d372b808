package io.evcharging.state;

import java.io.IOException;
import java.time.Duration;

/** Waits for what another process holds: neither files nor tables call when it is free. */
public final class LookAgain {

  private LookAgain() {}

  /** Takes it, if it is free. */
  public interface Look {
    /**
     * Looks once.
     *
     * @return whether it is ours now
     */
    boolean takes() throws IOException;
  }

  /**
   * Looks until it is ours.
   *
   * @param look that takes it
   * @param every how long between two looks
   * @param most how long in all
   * @param held what is said when it is held for longer than that
   * @throws IOException when it is held for too long, or the thread is interrupted
   */
  public static void until(Look look, Duration every, Duration most, String held)
      throws IOException {
    long end = System.nanoTime() + most.toNanos();
    while (!look.takes()) {
      if (System.nanoTime() - end > 0) {
        throw new IOException(held);
      }
      try {
        Thread.sleep(every.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
  }
}
