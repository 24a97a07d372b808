package io.evcharging.http;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * {@code evcharging-http:<URL>} by {@code camel-http}, which takes a thread for each call: one of
 * its own, so that the routes are used as with the other client.
 */
public final class CamelHttpInstead extends DefaultComponent {

  private final String options;
  private final int connections;
  private @Nullable ExecutorService threads;

  /**
   * Reads by the host's component.
   *
   * @param context that the component is for
   * @param configurer the name of the bean that bounds its client
   * @param connections the most that are open at the same time
   */
  public CamelHttpInstead(CamelContext context, String configurer, int connections) {
    super(context);
    this.connections = connections;
    this.options =
        "?httpMethod=GET&throwExceptionOnFailure=false&copyHeaders=false&skipControlHeaders=false"
            + "&disableStreamCache=true&maxTotalConnections="
            + connections
            + "&connectionsPerRoute="
            + connections
            + "&httpClientConfigurer=#"
            + configurer;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String url, Map<String, Object> parameters) {
    return new Instead(uri, this, getCamelContext().getEndpoint(url + options));
  }

  @Override
  protected void doStart() throws Exception {
    threads = GoingOn.pool(this, connections, connections);
    super.doStart();
  }

  @Override
  protected void doStop() throws Exception {
    super.doStop();
    getCamelContext().getExecutorServiceManager().shutdown(threads);
  }

  private static final class Instead extends DefaultEndpoint {

    private final CamelHttpInstead component;
    private final Endpoint http;

    Instead(String uri, CamelHttpInstead component, Endpoint http) {
      super(uri, component);
      this.component = component;
      this.http = http;
    }

    @Override
    public Producer createProducer() throws Exception {
      return new CamelHttpProducer(
          this, http.createProducer(), Objects.requireNonNull(component.threads, "not started"));
    }

    @Override
    public Consumer createConsumer(Processor processor) {
      throw new UnsupportedOperationException("nothing comes from " + getEndpointUri());
    }
  }
}
