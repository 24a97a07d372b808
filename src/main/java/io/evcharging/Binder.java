package io.evcharging;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Service;
import org.apache.camel.spi.ShutdownStrategy;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.service.ServiceSupport;

/** Binds beans to a context's registry, and their lives to the context's. */
final class Binder {

  /** What a stop leaves for the routes to end in order: Camel looks for it every second. */
  private static final long LAST_MILLIS = 2000;

  private final CamelContext context;
  private final List<Runnable> late = new ArrayList<>();
  private volatile Runnable whenStopped = () -> {};

  Binder(CamelContext context) {
    this.context = context;
  }

  /**
   * Binds, unless the host has a bean of that name; a service starts and stops with the context.
   */
  void bind(String name, Object bean) throws Exception {
    if (context.getRegistry().lookupByName(name) == null) {
      context.getRegistry().bind(name, bean);
      if (bean instanceof Service) {
        context.addService(bean);
      }
    }
  }

  /** What is bound under a name: the host's bean, or ours. */
  <T> T bound(String name, Class<T> type) {
    return Objects.requireNonNull(context.getRegistry().lookupByNameAndType(name, type), name);
  }

  /** A template that stops with the context. */
  ProducerTemplate template() throws Exception {
    ProducerTemplate template = context.createProducerTemplate();
    context.addService(template);
    return template;
  }

  /** Closes after the routes are stopped; of several, what was given last comes first. */
  void closeWithContext(AutoCloseable resource) throws Exception {
    context.addService(
        new ServiceSupport() {
          @Override
          protected void doStop() throws Exception {
            resource.close();
          }
        });
  }

  /** A thread that ends with the context. */
  ScheduledExecutorService scheduler() {
    return context
        .getExecutorServiceManager()
        .newSingleThreadScheduledExecutor(this, "evcharging-watch");
  }

  /** Runs before the routes are stopped. */
  void whenStopping(Runnable action) {
    context.addLifecycleStrategy(
        new LifecycleStrategySupport() {
          @Override
          public void onContextStopping(CamelContext stopping) {
            action.run();
          }
        });
  }

  /**
   * Runs when a stop has taken nearly as long as it may: what is under way is cut short. Beyond
   * that Camel gives up the exchanges, and waits for their threads all the same.
   */
  void whenStopIsLate(Runnable action) throws Exception {
    if (late.isEmpty()) {
      whenStopping(this::watchStop);
      closeWithContext(() -> whenStopped.run());
    }
    late.add(action);
  }

  private void watchStop() {
    ShutdownStrategy strategy = context.getShutdownStrategy();
    long limit = strategy.getTimeUnit().toMillis(strategy.getTimeout());
    long patience = limit - Math.min(LAST_MILLIS, limit / 2);
    Future<?> waiting =
        scheduler().schedule(() -> late.forEach(Runnable::run), patience, TimeUnit.MILLISECONDS);
    whenStopped = () -> waiting.cancel(false);
  }
}
