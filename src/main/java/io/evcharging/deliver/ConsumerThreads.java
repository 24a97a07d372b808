package io.evcharging.deliver;

import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * A thread for each consumer of JMS, which mostly waits: for a message, for a car, for the broker's
 * disk. From Java 24 on it takes none of the system's; before that, a virtual thread that waits
 * within {@code synchronized} would hold one.
 */
public final class ConsumerThreads extends SimpleAsyncTaskExecutor {

  private static final int FIRST_JAVA_WITHOUT_PINNING = 24;

  /** As many as the consumers that are asked for. */
  public ConsumerThreads() {
    super("evcharging-jms-");
    setVirtualThreads(Runtime.version().feature() >= FIRST_JAVA_WITHOUT_PINNING);
    setDaemon(true);
  }
}
