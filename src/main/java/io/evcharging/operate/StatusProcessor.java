package io.evcharging.operate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evcharging.upstream.Suspensions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Writes the {@link Status} of the context into the message, as JSON. */
public final class StatusProcessor implements Processor {

  private static final JsonMapper JSON = new JsonMapper();

  private final String version;
  private final Clock clock;
  private final Instant started;

  /**
   * Of a program that starts now.
   *
   * @param version of the program
   * @param clock for now
   */
  public StatusProcessor(String version, Clock clock) {
    this.version = version;
    this.clock = clock;
    this.started = clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static List<Suspended> suspensions(Exchange exchange) {
    return exchange.getContext().getRegistry().findByType(Suspensions.class).stream()
        .flatMap(each -> each.list().stream())
        .map(Suspended::of)
        .toList();
  }

  @Override
  public void process(Exchange exchange) throws JsonProcessingException {
    List<Status.Check> checks =
        exchange.getContext().getRegistry().findByType(ConditionHealthCheck.class).stream()
            .sorted(Comparator.comparing(ConditionHealthCheck::about))
            .map(check -> Status.Check.of(check.about(), check.reading()))
            .toList();
    Status status =
        new Status(
            version,
            started.toString(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
            checks,
            suspensions(exchange));
    Message message = exchange.getMessage();
    message.setBody(JSON.writeValueAsBytes(status));
    message.setHeader(Exchange.CONTENT_TYPE, "application/json");
  }
}
