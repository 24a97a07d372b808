package io.evcharging.http;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** {@code evcharging-http:https://host/path}: reads from there. */
final class AsyncHttpEndpoint extends DefaultEndpoint {

  private final AsyncHttpComponent component;
  private final HttpMessages messages;

  AsyncHttpEndpoint(String uri, AsyncHttpComponent component, HttpMessages messages) {
    super(uri, component);
    this.component = component;
    this.messages = messages;
  }

  @Override
  public Producer createProducer() {
    return new AsyncHttpProducer(this, component.client(), messages, component.goingOn());
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    throw new UnsupportedOperationException("nothing comes from " + getEndpointUri());
  }

  @Override
  public boolean isLenientProperties() {
    return false;
  }
}
