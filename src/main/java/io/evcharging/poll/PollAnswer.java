package io.evcharging.poll;

import io.evcharging.failure.CannotMapException;
import io.evcharging.http.TooLargeException;
import io.evcharging.normalise.Answer;
import io.evcharging.source.ChargeSource.Kind;
import io.evcharging.source.signals.SignalPages;
import io.evcharging.source.smartcar.SmartcarError;
import io.evcharging.source.smartcar.SmartcarHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/**
 * Reads one response: a failure is thrown by what to do next, a good page is kept, and where there
 * is another one its request is written. After the last page the body is an {@link Answer}.
 */
public final class PollAnswer implements Processor {

  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;

  private final SmartcarRequest request;
  private final SmartcarFailures failures;
  private final PollOutcomes outcomes;
  private final Clock clock;
  private final int maxPages;

  /**
   * Reads answers.
   *
   * @param request writes the request for a further page
   * @param failures says what a refusal means
   * @param outcomes hears of refusals
   * @param clock for when the answer was here
   * @param maxPages the most pages of one answer
   */
  public PollAnswer(
      SmartcarRequest request,
      SmartcarFailures failures,
      PollOutcomes outcomes,
      Clock clock,
      int maxPages) {
    this.outcomes = outcomes;
    this.request = request;
    this.failures = failures;
    this.clock = clock;
    this.maxPages = maxPages;
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    Poll poll = Poll.of(exchange);
    Message message = exchange.getMessage();
    int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
    byte[] body = status == OK ? read(message) : refusal(message);
    exchange.setProperty(PollStart.MORE_PAGES, false);
    Duration retryAfter = status == OK ? null : failures.retryAfter(message);
    if (status == UNAUTHORIZED && request.again(message, poll) && retryAfter == null) {
      exchange.setProperty(PollStart.MORE_PAGES, true);
      return;
    }
    if (status != OK) {
      SmartcarError error = SmartcarError.read(status, body);
      outcomes.refused(poll.vehicle().vehicle().id(), error);
      failures.check(poll, error, retryAfter);
      message.setBody(null);
      return;
    }
    failures.answered();
    request.accepted(message);
    poll.add(body, headers(message), clock.instant());
    Optional<String> next = nextQuery(poll, body);
    if (next.isEmpty()) {
      message.setBody(poll.answer());
      return;
    }
    if (poll.pageCount() >= maxPages) {
      throw new CannotMapException("more than " + maxPages + " pages", null);
    }
    if (!poll.isNew(next.get())) {
      throw new CannotMapException("a page that links back", null);
    }
    exchange.setProperty(PollStart.MORE_PAGES, true);
    request.next(message, poll, next.get());
  }

  private static Optional<String> nextQuery(Poll poll, byte[] page) {
    try {
      return poll.source().kind() == Kind.SIGNAL_LIST
          ? SignalPages.nextQuery(page)
          : Optional.empty();
    } catch (IOException noLink) {
      throw new CannotMapException("a page whose link to the next one cannot be followed", null);
    }
  }

  /** One client has read the answer, another one leaves that to us. */
  private static byte[] read(Message message) throws IOException {
    if (message.getBody() instanceof byte[] whole) {
      return whole;
    }
    try (InputStream body = (InputStream) message.getBody()) {
      return body == null ? new byte[0] : body.readAllBytes();
    } catch (TooLargeException tooLarge) {
      throw new CannotMapException(String.valueOf(tooLarge.getMessage()), null);
    }
  }

  /** What a refusal says may be cut off or too large: it is a refusal all the same. */
  private static byte[] refusal(Message message) {
    try {
      return read(message);
    } catch (IOException | CannotMapException broken) {
      return new byte[0];
    }
  }

  private static @Nullable String text(Message message, String header) {
    return message.getHeader(header) instanceof String value ? value : null;
  }

  private static SmartcarHeaders headers(Message message) {
    return new SmartcarHeaders(
        text(message, "SC-Data-Age"),
        text(message, "SC-Fetched-At"),
        text(message, "SC-Unit-System"),
        text(message, "SC-Request-Id"));
  }
}
