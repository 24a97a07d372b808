package io.evcharging.http;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** {@code evcharging-http:<URL>} by {@code camel-http}, which takes a thread for each call. */
public final class CamelHttpInstead extends DefaultComponent {

  private final String options;

  /**
   * Reads by the host's component.
   *
   * @param context that the component is for
   * @param configurer the name of the bean that bounds its client
   * @param connections the most that are open at the same time
   */
  public CamelHttpInstead(CamelContext context, String configurer, int connections) {
    super(context);
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
    return getCamelContext().getEndpoint(url + options);
  }
}
