package io.evcharging.discover;

import io.evcharging.failure.CannotMapException;
import io.evcharging.failure.EvChargingException;
import io.evcharging.failure.RetryAfter;
import io.evcharging.failure.StopAndReportException;
import io.evcharging.failure.WaitAndRetryException;
import io.evcharging.source.ChargeSource;
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

  private static final int UNAUTHORIZED = 401;

  private static final int TOO_MANY_REQUESTS = 429;

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
   * @param patience told what is refused to the whole application
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
    byte[] body = body(message);
    exchange.setProperty(ConnectionsRun.MORE_PAGES, false);
    if (status == UNAUTHORIZED && request.again(message, run)) {
      exchange.setProperty(ConnectionsRun.MORE_PAGES, true);
      return;
    }
    if (status != 200) {
      throw refusal(status, body, RetryAfter.of(message, clock.instant()));
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

  /** What it means for the application is decided where all else is decided. */
  private EvChargingException refusal(int status, byte[] body, @Nullable Duration retryAfter) {
    SmartcarError error = SmartcarError.read(status, body);
    Decision decision = ErrorTable.decide(ChargeSource.Kind.SIGNAL_LIST, error, retryAfter);
    boolean tooMany = status == TOO_MANY_REQUESTS; // a list has no vehicle that could wait alone
    patience.applyToAll(tooMany ? decision.ofApplication() : decision, error.toString());
    return switch (decision.kind()) {
      case RETRY, NEXT_POLL, WAIT ->
          new WaitAndRetryException(error.toString(), decision.retryAfter(), null);
      case NO_DATA, NEW_TOKEN, SUSPEND, REPORT ->
          new StopAndReportException(error.toString(), null);
    };
  }

  private static byte[] body(Message message) throws IOException {
    try (InputStream body = message.getBody(InputStream.class)) {
      return body == null ? new byte[0] : body.readAllBytes();
    }
  }
}
