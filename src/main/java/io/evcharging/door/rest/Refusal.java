package io.evcharging.door.rest;

import io.evcharging.canonical.CommandOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What the door has decided by itself.
 *
 * @param status HTTP status
 * @param outcome what the result says, {@code null} where there is none
 * @param detail one sentence for a person, never the input
 * @param recorded whether it becomes a result with an id; else it is only answered
 */
record Refusal(int status, @Nullable CommandOutcome outcome, String detail, boolean recorded) {

  static final Refusal NOBODY_MAY =
      new Refusal(
          503,
          CommandOutcome.UNAUTHORIZED,
          "No key is configured, so that nobody may command: see evcharging.command.keys.",
          true);
  static final Refusal ISSUER_AWAY =
      new Refusal(
          503,
          CommandOutcome.UNAUTHORIZED,
          "The keys of the tokens' issuer cannot be had: try again later.",
          true);
  static final Refusal NO_KEY =
      new Refusal(
          401, CommandOutcome.UNAUTHORIZED, "A valid key or token is needed as bearer.", true);
  static final Refusal TOO_MANY_WITHOUT_KEY =
      new Refusal(
          429,
          CommandOutcome.UNAUTHORIZED,
          "Too many requests without a valid key: this one was not recorded.",
          false);
  static final Refusal NOT_THIS_VEHICLE =
      new Refusal(403, CommandOutcome.UNAUTHORIZED, "This key may not command this vehicle.", true);
  static final Refusal UNKNOWN_VEHICLE =
      new Refusal(404, CommandOutcome.UNKNOWN_VEHICLE, "There is no such vehicle.", true);
  static final Refusal QUERY = invalid(400, "Query parameters are not understood.");
  static final Refusal AMBIGUOUS =
      invalid(400, "A header is there twice, or has the name of a path variable.");
  static final Refusal IDEMPOTENCY_KEY =
      invalid(400, "Idempotency-Key must be 1 to 255 printable ASCII characters without blanks.");
  static final Refusal CONTENT_TYPE =
      invalid(415, "The body must be application/json in UTF-8, without content coding.");
  static final Refusal TOO_LARGE =
      invalid(413, "The body is larger than " + Inbound.LARGEST_BODY + " bytes.");

  private static Refusal invalid(int status, String detail) {
    return new Refusal(status, CommandOutcome.INVALID, detail, true);
  }
}
