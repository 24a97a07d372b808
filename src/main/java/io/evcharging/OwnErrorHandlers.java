package io.evcharging;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.RouteBuilderLifecycleStrategy;

/**
 * An error handler that the host has set for its whole context would be stronger than those of the
 * route configurations: it would retry polls, swallow failures, or know no retry at all.
 */
final class OwnErrorHandlers implements RouteBuilderLifecycleStrategy {

  @Override
  public void beforeConfigure(RouteBuilder builder) {
    builder.getRouteCollection().setErrorHandlerFactory(null);
    builder.getRouteTemplateCollection().setErrorHandlerFactory(null);
  }
}
