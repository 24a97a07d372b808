package io.evcharging.door;

import io.evcharging.command.SmartcarCall;
import io.evcharging.command.SmartcarReply;
import io.evcharging.config.PolledVehicle;
import io.evcharging.config.Vehicles;
import io.evcharging.failure.EvChargingException;
import io.evcharging.poll.SmartcarFailures;
import io.evcharging.poll.SmartcarRequest;
import io.evcharging.source.smartcar.SmartcarError;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts through the route {@value #ROUTE}, which calls Smartcar once. */
public final class SmartcarCommandCall implements SmartcarCall {

  private static final Logger LOG = LoggerFactory.getLogger(SmartcarCommandCall.class);
  private static final String ROUTE = "direct:evcharging-command-amperage-smartcar";

  private static final int UNAUTHORIZED = 401;

  private final Vehicles vehicles;
  private final ProducerTemplate template;
  private final SmartcarRequest request;
  private final SmartcarFailures failures;
  private final CommandAllowance allowance;

  /**
   * Posts with a template.
   *
   * @param vehicles say whose they are
   * @param template started
   * @param request writes the headers
   * @param failures learns from refusals, and reads {@code Retry-After}
   * @param allowance asked before each call
   */
  public SmartcarCommandCall(
      Vehicles vehicles,
      ProducerTemplate template,
      SmartcarRequest request,
      SmartcarFailures failures,
      CommandAllowance allowance) {
    this.vehicles = vehicles;
    this.template = template;
    this.request = request;
    this.failures = failures;
    this.allowance = allowance;
  }

  @Override
  public SmartcarReply post(String vehicleId, String path, byte[] body) throws IOException {
    allowance.take(vehicleId);
    String owner = vehicles.byId(vehicleId).map(PolledVehicle::userId).orElse(null);
    Exchange exchange =
        template.request(
            ROUTE,
            asked -> {
              asked.setPattern(ExchangePattern.InOut);
              request.command(asked.getMessage(), vehicleId, owner, path);
              asked.getMessage().setBody(body);
            });
    Exception failure = exchange.getException();
    if (failure != null) {
      LOG.warn("command vehicleId={} got no answer: {}", vehicleId, kind(failure));
      LOG.debug("a command got no answer", failure);
      throw notSent(failure)
          ? new NotSentException(failure)
          : new IOException("no answer", failure);
    }
    SmartcarReply reply = reply(exchange.getMessage());
    if (reply.status() >= 300) {
      SmartcarError error = SmartcarError.read(reply.status(), reply.body());
      vehicles
          .byId(vehicleId)
          .ifPresent(vehicle -> failures.commandRefused(vehicle, error, reply.retryAfter()));
    }
    if (reply.status() < 300) {
      request.accepted(exchange.getMessage());
    }
    if (reply.status() == UNAUTHORIZED) {
      renewToken(exchange.getMessage());
    }
    return reply;
  }

  /** For those who come next: a command is not sent again, not even where it would be safe. */
  private void renewToken(Message message) {
    try {
      request.refused(message);
    } catch (EvChargingException e) {
      LOG.warn("no other token: {}", e.getMessage());
    }
  }

  /** The innermost cause, without its words. */
  private static String kind(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure.getClass().getSimpleName() : kind(cause);
  }

  /** Only what is certain: before there was a connection, nothing can have been sent. */
  private static boolean notSent(Exception failure) {
    return failure instanceof EvChargingException // there is no token
        || failure instanceof ConnectException
        || failure instanceof ConnectTimeoutException
        || failure instanceof ConnectionRequestTimeoutException
        || failure instanceof UnknownHostException
        || failure instanceof NoRouteToHostException
        || failure instanceof SSLHandshakeException;
  }

  private SmartcarReply reply(Message message) {
    int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
    byte[] body = message.getBody() instanceof byte[] bytes ? bytes : new byte[0];
    return new SmartcarReply(
        status, text(message, "SC-Request-Id"), failures.retryAfter(message), body);
  }

  private static @Nullable String text(Message message, String header) {
    return message.getHeader(header) instanceof String value ? value : null;
  }
}
