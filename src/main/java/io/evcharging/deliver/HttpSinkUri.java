package io.evcharging.deliver;

import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.util.URISupport;

/**
 * How a sink is called whose URI is of Camel's HTTP component, where neither the URI nor the
 * component says otherwise: within bounds, and once. Left to itself HttpClient sleeps through a
 * {@code Retry-After} and asks again, unseen by whoever counts, waits or stops.
 */
public final class HttpSinkUri {

  /** The bean that repeats no request. */
  public static final String NO_RETRY = "evchargingNoHttpRetry";

  /** The bean that bounds an answer. */
  public static final String BOUND = "evchargingHttpBound";

  /** For a connection, and for the answer: as the sink {@code rest} has it by default. */
  public static final long TIMEOUT_MILLIS = 30_000;

  private HttpSinkUri() {}

  /**
   * Adds what is not said to the URI of a sink.
   *
   * @param context has the components
   * @param uri any Camel URI
   * @return the same, unless it is of Camel's HTTP component
   * @throws ResolveEndpointFailedException when it cannot be read
   */
  public static String of(CamelContext context, String uri) {
    String scheme = uri.substring(0, Math.max(0, uri.indexOf(':')));
    return Set.of("http", "https").contains(scheme)
            && context.getComponent(scheme) instanceof HttpComponent http
        ? with(options(http), uri)
        : uri;
  }

  /** What is set on the component is meant for this sink too. */
  private static Map<String, String> options(HttpComponent http) {
    HttpComponent untouched = new HttpComponent();
    String timeout = String.valueOf(TIMEOUT_MILLIS);
    Map<String, String> options = new LinkedHashMap<>();
    options.put("httpClient.retryStrategy", "#" + NO_RETRY);
    options.put("ignoreResponseBody", "true");
    if (http.getHttpClientConfigurer() == null) {
      options.put("httpClientConfigurer", "#" + BOUND);
    }
    if (http.getConnectTimeout() == untouched.getConnectTimeout()) {
      options.put("connectTimeout", timeout);
    }
    if (http.getConnectionRequestTimeout() == untouched.getConnectionRequestTimeout()) {
      options.put("connectionRequestTimeout", timeout);
    }
    if (http.getResponseTimeout() == untouched.getResponseTimeout()) {
      options.put("responseTimeout", timeout);
    }
    return options;
  }

  private static String with(Map<String, String> options, String uri) {
    int query = uri.indexOf('?');
    options.keySet().removeAll(said(uri, query < 0 ? "" : uri.substring(query + 1)));
    String added =
        options.entrySet().stream()
            .map(option -> option.getKey() + "=" + option.getValue())
            .collect(Collectors.joining("&"));
    return added.isEmpty() ? uri : uri + (query < 0 ? '?' : '&') + added;
  }

  private static Set<String> said(String uri, String query) {
    try {
      return URISupport.parseQuery(query, false, true).keySet();
    } catch (URISyntaxException unreadable) {
      throw new ResolveEndpointFailedException(uri, unreadable);
    }
  }
}
