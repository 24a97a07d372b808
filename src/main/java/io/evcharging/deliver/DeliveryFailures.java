package io.evcharging.deliver;

import io.evcharging.failure.CannotMapException;
import io.evcharging.failure.EvChargingException;
import io.evcharging.failure.RefusedException;
import io.evcharging.failure.RetryAfter;
import io.evcharging.failure.StopAndReportException;
import io.evcharging.failure.WaitAndRetryException;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.MessageFormatException;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.TypeConversionException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.jspecify.annotations.Nullable;

/** What the failure of a delivery means for the next step: the only place that decides it. */
public final class DeliveryFailures {

  private static final Pattern QUERY = Pattern.compile("\\?[^\\s,;)\\]]+");

  private final Clock clock;

  /**
   * Decides by the kind of failure; of an HTTP answer, by its status.
   *
   * @param clock for a {@code Retry-After} that is a date
   */
  public DeliveryFailures(Clock clock) {
    this.clock = clock;
  }

  /**
   * What to do next. Refused, or cannot map: never again. Stop and report: the sink refuses
   * whatever it is sent, until somebody has acted. Wait and retry: everything else, what is not
   * known here too.
   *
   * @param failure of an attempt
   * @return with a message that quotes neither an observation nor the query of an address
   */
  public EvChargingException of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      EvChargingException known = known(cause);
      if (known != null) {
        return known;
      }
    }
    return new WaitAndRetryException(told(failure), null, failure);
  }

  private @Nullable EvChargingException known(Throwable failure) {
    if (failure instanceof EvChargingException decided) {
      return decided;
    } else if (failure instanceof HttpOperationFailedException answer) {
      return http(answer);
    } else if (failure instanceof TypeConversionException
        || failure instanceof NoTypeConversionAvailableException
        || failure instanceof InvalidPayloadException
        || failure instanceof MessageFormatException) {
      return new CannotMapException(told(failure), failure);
    } else if (failure instanceof JMSSecurityException
        || failure instanceof InvalidDestinationException) {
      return new StopAndReportException(told(failure), failure);
    }
    return null;
  }

  private EvChargingException http(HttpOperationFailedException answer) {
    return switch (answer.getStatusCode()) {
      case 408, 425, 429 -> passing(answer);
      // They speak of the address or of who asks, not of this observation.
      case 401, 402, 403, 404, 405, 407, 410, 421, 423, 426, 511 ->
          new StopAndReportException(told(answer), answer);
      default ->
          answer.getStatusCode() >= 500
              ? passing(answer)
              : answer.getStatusCode() >= 400
                  ? new RefusedException(told(answer), answer)
                  : new StopAndReportException(told(answer), answer);
    };
  }

  private WaitAndRetryException passing(HttpOperationFailedException answer) {
    return new WaitAndRetryException(
        told(answer),
        RetryAfter.read(
            header(answer, RetryAfter.NAME), header(answer, RetryAfter.SENT), clock.instant()),
        answer);
  }

  private static @Nullable String header(HttpOperationFailedException answer, String name) {
    Map<String, String> headers = answer.getResponseHeaders();
    return headers == null
        ? null
        : headers.entrySet().stream()
            .filter(header -> header.getKey().equalsIgnoreCase(name))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
  }

  /**
   * Messages of other exceptions may quote the observation; the query of an address may hold a key.
   */
  static String told(Throwable reason) {
    if (reason instanceof HttpOperationFailedException answer) {
      // Its message has the address, and the path of one may be the key to it.
      return "HTTP " + answer.getStatusCode();
    }
    String message =
        reason instanceof IOException
                || reason instanceof RejectedExecutionException
                || reason instanceof IllegalStateException
            ? reason.toString()
            : reason.getClass().getName();
    return QUERY.matcher(message).replaceAll("?...");
  }
}
