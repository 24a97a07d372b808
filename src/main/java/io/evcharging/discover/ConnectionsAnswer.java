package io.evcharging.discover;

import io.evcharging.failure.CannotMapException;
import io.evcharging.failure.EvChargingException;
import io.evcharging.failure.RetryAfter;
import io.evcharging.failure.StopAndReportException;
import io.evcharging.failure.WaitAndRetryException;
import io.evcharging.source.signals.SignalPages;
import io.evcharging.source.smartcar.Connections;
import io.evcharging.source.smartcar.SmartcarError;
import io.evcharging.upstream.Decision;
import io.evcharging.upstream.ErrorTable;
import io.evcharging.upstream.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/** Reads one page of the list, and writes the request for the next one, until there is none. */
public final class ConnectionsAnswer implements Processor {

  private static final int OK = 200;

  private static final int UNAUTHORIZED = 401;

  private final ConnectionsRequest request;
  private final Discovery discovery;
  private final Patience patience;
  private final int maxPages;
  private final Clock clock;

  /**
   * Reads pages.
   *
   * @param request writes the request for a further page
   * @param discovery gets the whole list
   * @param patience told what is to be left alone, and for how long
   * @param maxPages the most pages of one list
   * @param clock for a {@code Retry-After} that is a date
   */
  public ConnectionsAnswer(
      ConnectionsRequest request,
      Discovery discovery,
      Patience patience,
      int maxPages,
      Clock clock) {
    this.request = request;
    this.discovery = discovery;
    this.patience = patience;
    this.maxPages = maxPages;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    ConnectionsRun run = ConnectionsRun.of(exchange);
    Message message = exchange.getMessage();
    int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
    byte[] body = status == OK ? body(message) : refusalBody(message);
    exchange.setProperty(ConnectionsRun.MORE_PAGES, false);
    Duration retryAfter = RetryAfter.of(message, clock.instant());
    if (status == UNAUTHORIZED && request.again(message, run) && retryAfter == null) {
      exchange.setProperty(ConnectionsRun.MORE_PAGES, true);
      return;
    }
    if (status != OK) {
      throw refusal(status, body, retryAfter);
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

  /** What it means is decided where all else is decided. */
  private EvChargingException refusal(int status, byte[] body, @Nullable Duration retryAfter) {
    SmartcarError error = SmartcarError.read(status, body);
    Decision decision = ErrorTable.ofConnections(error, retryAfter);
    patience.applyToConnections(decision, error.toString());
    return switch (decision.kind()) {
      case RETRY, NEXT_POLL, WAIT -> new WaitAndRetryException(error.toString(), retryAfter, null);
      case NO_DATA, NEW_TOKEN, SUSPEND, REPORT ->
          new StopAndReportException(error.toString(), null);
    };
  }

  /** It may be cut off or too large: it is a refusal all the same. */
  private static byte[] refusalBody(Message message) {
    try {
      return body(message);
    } catch (IOException broken) {
      return new byte[0];
    }
  }

  private static byte[] body(Message message) throws IOException {
    try (InputStream body = message.getBody(InputStream.class)) {
      return body == null ? new byte[0] : body.readAllBytes();
    }
  }
}
