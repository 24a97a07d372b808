package io.evcharging.door.rest;

import io.evcharging.canonical.CommandResult;
import io.evcharging.command.CommandJson;
import io.evcharging.door.AmperageProcessor;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Turns what came out of the commands' own routes into HTTP. Nothing else goes back. */
final class Answers {

  private static final int SERVER_ERROR = 500;

  private Answers() {}

  static void result(Exchange exchange, CommandResult result) {
    send(exchange, 200, "application/json", CommandJson.write(result));
  }

  static void problem(Exchange exchange, int status, byte[] body) {
    Message answer = send(exchange, status, Problem.TYPE, body);
    if (status == 401) {
      answer.setHeader("WWW-Authenticate", "Bearer");
    }
  }

  /** Of which there is no result. */
  static void refusal(Exchange exchange, Refusal refusal) {
    problem(
        exchange,
        refusal.status(),
        Problem.of(refusal.status(), refusal.outcome(), refusal.detail()));
    if (refusal.status() == 429) {
      exchange.getMessage().setHeader("Retry-After", "60");
    }
  }

  private static Message send(Exchange exchange, int status, String type, byte[] body) {
    Message answer = exchange.getMessage();
    answer.removeHeaders("*");
    answer.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    answer.setHeader(Exchange.CONTENT_TYPE, type);
    answer.setBody(body);
    return answer;
  }

  /** The table of outcomes; what the door itself has refused has its own status. */
  static int status(Exchange exchange, CommandResult result) {
    Refusal refusal = exchange.getProperty(Door.REFUSAL, Refusal.class);
    if (refusal != null) {
      return refusal.status();
    }
    if (conflict(exchange)) {
      return 422;
    }
    if (is(exchange, AmperageProcessor.SWITCHED_OFF)) {
      return 503;
    }
    return switch (result.outcome()) {
      case ACCEPTED, CLAMPED -> 200;
      case INVALID -> is(exchange, AmperageProcessor.TOO_LARGE) ? 413 : 400;
      case UNAUTHORIZED -> 401;
      case UNKNOWN_VEHICLE -> 404;
      case VEHICLE_STATE -> 409;
      case UNSUPPORTED_BY_BRAND -> 422;
      case RATE_LIMITED -> 429;
      case REJECTED -> 502;
      case UNKNOWN -> answeredBadly(result) ? 502 : 504;
    };
  }

  static boolean conflict(Exchange exchange) {
    return is(exchange, AmperageProcessor.CONFLICT);
  }

  private static boolean is(Exchange exchange, String property) {
    return exchange.getProperty(property, false, Boolean.class);
  }

  private static boolean answeredBadly(CommandResult result) {
    return result.oem() != null
        && Objects.requireNonNullElse(result.oem().status(), 0) >= SERVER_ERROR;
  }
}
