package io.evcharging;

import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Service;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.service.ServiceSupport;

/** Binds beans to a context's registry, and their lives to the context's. */
final class Binder {

  private final CamelContext context;

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

  /** Runs before the routes are stopped: what is under way can be cut short. */
  void whenStopping(Runnable action) {
    context.addLifecycleStrategy(
        new LifecycleStrategySupport() {
          @Override
          public void onContextStopping(CamelContext stopping) {
            action.run();
          }
        });
  }
}
