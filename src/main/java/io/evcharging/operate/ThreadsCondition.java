package io.evcharging.operate;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Whether threads wait for each other for ever: only a new start cures that. */
public final class ThreadsCondition implements Condition {

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  @Override
  public String name() {
    return "threads";
  }

  @Override
  public boolean restartCures() {
    return true;
  }

  @Override
  public Reading read() {
    long[] locked = threads.findDeadlockedThreads();
    Reading reading =
        locked == null
            ? Reading.well("none waits for ever")
            : Reading.ill(locked.length + " threads wait for each other for ever: start anew");
    return reading.with("threads", threads.getThreadCount());
  }
}
