package io.evcharging.http;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.jspecify.annotations.Nullable;

/**
 * {@code evcharging-http:<URL>}: reads by HTTP without a thread for each call that waits. Its URIs
 * have no options: the client has bounds, and they are the configuration's.
 */
public final class AsyncHttpComponent extends DefaultComponent {

  private final AsyncHttpClient client;
  private final int threads;
  private @Nullable ExecutorService goingOn;

  /**
   * Reads by a client.
   *
   * @param context that the component is for
   * @param client outlives the component
   * @param threads how many routes go on with their answers at the same time
   */
  public AsyncHttpComponent(CamelContext context, AsyncHttpClient client, int threads) {
    super(context);
    this.client = client;
    this.threads = threads;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String url, Map<String, Object> parameters) {
    return new AsyncHttpEndpoint(uri, this, new HttpMessages(URI.create(url)));
  }

  AsyncHttpClient client() {
    return client;
  }

  /** The client's own threads must not wait for a sink. */
  Executor goingOn() {
    return Objects.requireNonNull(goingOn, "not started");
  }

  @Override
  protected void doStart() throws Exception {
    goingOn = GoingOn.pool(this, threads, client.connections());
    super.doStart();
  }

  @Override
  protected void doStop() throws Exception {
    super.doStop();
    getCamelContext().getExecutorServiceManager().shutdown(goingOn);
  }
}
