package io.evcharging.door.rest;

import io.evcharging.command.CommandRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** What the door reads of a request, and all that it reads. */
final class Inbound {

  /** A command is some thirty bytes. */
  static final int LARGEST_BODY = CommandRequest.MAX_BYTES;

  static final String VEHICLE = "vehicleId";
  static final String COMMAND = "commandId";

  private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
  private static final Pattern JSON =
      Pattern.compile("application/json(\\s*;\\s*charset\\s*=\\s*(utf-8|\"utf-8\"))?\\s*;?\\s*");

  private final Message message;

  private Inbound(Message message) {
    this.message = message;
  }

  static Inbound of(Exchange exchange) {
    return new Inbound(exchange.getMessage());
  }

  /**
   * A header, or a path variable, that is there once. Camel puts headers, query parameters and path
   * variables of one name together, as a list.
   */
  Optional<String> one(String name) {
    return message.getHeader(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private boolean twice(String name) {
    Object value = message.getHeader(name);
    return value != null && !(value instanceof String);
  }

  /** Whether something that is read is said twice, or in a place where it does not belong. */
  @Nullable Refusal ambiguity() {
    if (message.getHeader(Exchange.HTTP_QUERY) instanceof String query && !query.isEmpty()) {
      return Refusal.QUERY;
    }
    boolean twice =
        twice("Authorization")
            || twice("Idempotency-Key")
            || twice("Content-Type")
            || twice(VEHICLE)
            || twice(COMMAND);
    return twice ? Refusal.AMBIGUOUS : null;
  }

  @Nullable Refusal wrongType() {
    boolean json =
        one("Content-Type")
            .map(type -> JSON.matcher(type.toLowerCase(Locale.ROOT)).matches())
            .orElse(false);
    Object coding = message.getHeader("Content-Encoding");
    return json && (coding == null || "identity".equals(coding)) ? null : Refusal.CONTENT_TYPE;
  }

  @Nullable Refusal wrongIdempotencyKey() {
    boolean right =
        one("Idempotency-Key")
            .map(key -> IDEMPOTENCY_KEY.matcher(key).matches())
            .orElse(message.getHeader("Idempotency-Key") == null);
    return right ? null : Refusal.IDEMPOTENCY_KEY;
  }

  /** At most one byte more than is allowed. */
  byte[] body() throws IOException {
    try (InputStream body = message.getBody(InputStream.class)) {
      return body == null ? new byte[0] : body.readNBytes(LARGEST_BODY + 1);
    }
  }
}
