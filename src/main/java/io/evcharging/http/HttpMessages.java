package io.evcharging.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicHttpRequest;

/**
 * Camel's messages and HTTP's, with the headers that {@code camel-http} uses: {@code
 * CamelHttpPath}, {@code CamelHttpQuery}, {@code CamelHttpResponseCode}.
 */
final class HttpMessages {

  private static final String CAMEL = "camel";

  /** The client's own business. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("host", "connection", "content-length", "transfer-encoding", "keep-alive", "upgrade");

  private final HttpHost host;
  private final String basePath;

  HttpMessages(URI base) {
    host = HttpHost.create(base);
    String path = base.getRawPath();
    basePath = path == null ? "" : path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** A request to read what the message names. */
  HttpRequest request(Message message) {
    HttpRequest request = new BasicHttpRequest("GET", host, target(message));
    for (Map.Entry<String, Object> header : message.getHeaders().entrySet()) {
      String name = header.getKey();
      if (header.getValue() instanceof String value && isSent(name)) {
        request.setHeader(name, value);
      }
    }
    // The source API was seen to answer 404 to a GET without it.
    if (!request.containsHeader(Exchange.CONTENT_TYPE)) {
      request.setHeader(Exchange.CONTENT_TYPE, "application/json");
    }
    request.setHeader(HttpHeaders.ACCEPT_ENCODING, Gunzip.ENCODING);
    return request;
  }

  private String target(Message message) {
    StringBuilder target = new StringBuilder(basePath);
    if (message.getHeader(Exchange.HTTP_PATH) instanceof String path && !path.isEmpty()) {
      target.append(path.startsWith("/") ? "" : "/").append(path);
    }
    if (message.getHeader(Exchange.HTTP_QUERY) instanceof String query && !query.isEmpty()) {
      target.append('?').append(query);
    }
    return target.isEmpty() ? "/" : target.toString();
  }

  private static boolean isSent(String name) {
    return !isOfCamel(name) && !OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT));
  }

  /** It says how the body came, not how it is here. */
  private static boolean isOfTheBody(Header header) {
    return HttpHeaders.CONTENT_ENCODING.equalsIgnoreCase(header.getName())
        || HttpHeaders.CONTENT_LENGTH.equalsIgnoreCase(header.getName())
        || HttpHeaders.TRANSFER_ENCODING.equalsIgnoreCase(header.getName());
  }

  private static boolean isOfCamel(String name) {
    return name.regionMatches(true, 0, CAMEL, 0, CAMEL.length());
  }

  /** What comes more than once is a list, as {@code camel-http} has it. */
  private static Object both(Object former, Object further) {
    List<Object> all = new ArrayList<>(former instanceof List<?> some ? some : List.of(former));
    all.add(further);
    return all;
  }

  /** Puts an answer in place of all that was in the message. */
  static void answer(Message message, HttpAnswer answer, byte[] body) {
    message.removeHeaders("*");
    for (Header header : answer.head().getHeaders()) {
      // A server has no say in what Camel does.
      if (header.getValue() != null && !isOfCamel(header.getName()) && !isOfTheBody(header)) {
        message.getHeaders().merge(header.getName(), header.getValue(), HttpMessages::both);
      }
    }
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.head().getCode());
    message.setBody(body);
  }
}
