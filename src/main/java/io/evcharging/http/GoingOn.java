package io.evcharging.http;

import java.util.concurrent.ExecutorService;
import org.apache.camel.Component;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/** The threads of a component, on which routes go on. */
final class GoingOn {

  private static final String NAME = "evcharging-http";

  private GoingOn() {}

  /**
   * Not Camel's usual pool: when its queue is full who hands work over would have to do it, and
   * when it has been stopped it would forget what it is given.
   *
   * @param calls the most that are under way: each has one answer
   */
  static ExecutorService pool(Component component, int threads, int calls) {
    ThreadPoolProfile pool = new ThreadPoolProfile(NAME);
    pool.setPoolSize(threads);
    pool.setMaxPoolSize(threads);
    pool.setMaxQueueSize(calls);
    pool.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
    return component
        .getCamelContext()
        .getExecutorServiceManager()
        .newThreadPool(component, NAME, pool);
  }
}
