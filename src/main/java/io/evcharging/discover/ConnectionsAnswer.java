package io.evcharging.discover;

import io.evcharging.failure.CannotMapException;
import io.evcharging.failure.EvChargingException;
import io.evcharging.failure.RetryAfter;
import io.evcharging.failure.StopAndReportException;
import io.evcharging.failure.WaitAndRetryException;
import io.evcharging.source.signals.SignalPages;
import io.evcharging.source.smartcar.Connections;
import io.evcharging.source.smartcar.SmartcarError;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/** Reads one page of the list, and writes the request for the next one, until there is none. */
public final class ConnectionsAnswer implements Processor {

  private static final int UNAUTHORIZED = 401;

  private final ConnectionsRequest request;
  private final Discovery discovery;
  private final int maxPages;
  private final Clock clock;

  /**
   * Reads pages.
   *
   * @param request writes the request for a further page
   * @param discovery gets the whole list
   * @param maxPages the most pages of one list
   * @param clock for a {@code Retry-After} that is a date
   */
  public ConnectionsAnswer(
      ConnectionsRequest request, Discovery discovery, int maxPages, Clock clock) {
    this.request = request;
    this.discovery = discovery;
    this.maxPages = maxPages;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    ConnectionsRun run = ConnectionsRun.of(exchange);
    Message message = exchange.getMessage();
    int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
    byte[] body = body(message);
    exchange.setProperty(ConnectionsRun.MORE_PAGES, false);
    if (status == UNAUTHORIZED && request.again(message, run)) {
      exchange.setProperty(ConnectionsRun.MORE_PAGES, true);
      return;
    }
    if (status != 200) {
      throw refusal(status, body, message.getHeader("Retry-After", String.class));
    }
    run.add(Connections.read(body));
    Optional<String> next = SignalPages.nextQuery(body);
    if (next.isEmpty()) {
      discovery.found(run.pages());
      return;
    }
    if (run.pages().size() >= maxPages || !run.isNew(next.get())) {
      throw new CannotMapException(
          "pages without end: see evcharging.poll.max-pages, " + maxPages, null);
    }
    exchange.setProperty(ConnectionsRun.MORE_PAGES, true);
    request.write(message, next.get());
  }

  private EvChargingException refusal(int status, byte[] body, @Nullable String retryAfter) {
    String error = SmartcarError.read(status, body).toString();
    return status == 429 || status >= 500
        ? new WaitAndRetryException(error, RetryAfter.read(retryAfter, clock.instant()), null)
        : new StopAndReportException(error, null);
  }

  private static byte[] body(Message message) throws IOException {
    try (InputStream body = message.getBody(InputStream.class)) {
      return body == null ? new byte[0] : body.readAllBytes();
    }
  }
}
