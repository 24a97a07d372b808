package io.evcharging.door;

import io.evcharging.canonical.AmperageCommand;
import io.evcharging.canonical.CommandOutcome;
import io.evcharging.command.AmperageCommands;
import io.evcharging.command.CommandReply;
import io.evcharging.command.CommandReply.Reason;
import io.evcharging.command.CommandRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/**
 * Takes an amperage command out of an exchange, and puts its result in. What a door knows is in
 * exchange properties, which no sender can set; headers are neither read nor kept.
 */
public final class AmperageProcessor implements Processor {

  /** In, {@link String}: the vehicle, where the body does not say it. */
  public static final String VEHICLE_ID = "evcharging.vehicleId";

  /** In, {@link String}: the caller's name; the door's where it is absent. */
  public static final String REQUESTED_BY = "evcharging.requestedBy";

  /** In, {@link String}: {@code rest} or {@code jms}; {@code embedded} where it is absent. */
  public static final String DOOR = "evcharging.door";

  /** In, {@link String}: may be absent. */
  public static final String IDEMPOTENCY_KEY = "evcharging.idempotencyKey";

  /** In, {@link CommandOutcome}: what the door has decided, so that nobody is called. */
  public static final String REFUSAL = "evcharging.refusal";

  /** In, {@link String}: one sentence on {@link #REFUSAL}. */
  public static final String REFUSAL_DETAIL = "evcharging.refusalDetail";

  /** Out, true: the idempotency key belongs to another command; the outcome is {@code INVALID}. */
  public static final String CONFLICT = "evcharging.conflict";

  /** Out, true: the body was too large; the outcome is {@code INVALID}. */
  public static final String TOO_LARGE = "evcharging.tooLarge";

  /** Out, true: commands are switched off; the outcome is {@code REJECTED}. */
  public static final String SWITCHED_OFF = "evcharging.switchedOff";

  /** Out, {@link Long}: whole seconds; absent when nobody knows. */
  public static final String RETRY_AFTER = "evcharging.retryAfter";

  private static final String EMBEDDED = "embedded";

  private final AmperageCommands commands;

  /**
   * Hands commands over.
   *
   * @param commands takes them
   */
  public AmperageProcessor(AmperageCommands commands) {
    this.commands = commands;
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    CommandReply reply = commands.take(request(exchange));
    Message message = exchange.getMessage();
    message.removeHeaders("*");
    message.setBody(reply.result());
    flag(exchange, CONFLICT, reply.reason() == Reason.CONFLICT);
    flag(exchange, TOO_LARGE, reply.reason() == Reason.TOO_LARGE);
    flag(exchange, SWITCHED_OFF, reply.reason() == Reason.SWITCHED_OFF);
    Duration wait = reply.retryAfter();
    exchange.setProperty(
        RETRY_AFTER, wait == null ? null : wait.plusNanos(999_999_999).toSeconds());
  }

  private static void flag(Exchange exchange, String property, boolean raised) {
    exchange.setProperty(property, raised ? true : null);
  }

  private static CommandRequest request(Exchange exchange) throws IOException {
    String door = text(exchange, DOOR, EMBEDDED);
    String vehicleId = exchange.getProperty(VEHICLE_ID, String.class);
    byte[] body;
    if (exchange.getMessage().getBody() instanceof AmperageCommand command) {
      vehicleId = vehicleId == null ? command.vehicleId() : vehicleId;
      body = ("{\"amperage\":" + command.amperage() + "}").getBytes(StandardCharsets.UTF_8);
    } else {
      body = body(exchange.getMessage());
    }
    return new CommandRequest(
        body,
        vehicleId,
        text(exchange, REQUESTED_BY, door),
        door,
        exchange.getProperty(IDEMPOTENCY_KEY, String.class),
        exchange.getProperty(REFUSAL, CommandOutcome.class),
        exchange.getProperty(REFUSAL_DETAIL, String.class));
  }

  private static String text(Exchange exchange, String property, String otherwise) {
    String value = exchange.getProperty(property, String.class);
    return value == null ? otherwise : value;
  }

  private static byte[] body(Message message) throws IOException {
    Object body = message.getBody();
    if (body instanceof String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    } else if (body instanceof byte[] bytes) {
      return bytes;
    }
    try (InputStream stream = message.getBody(InputStream.class)) {
      return atMost(stream);
    }
  }

  /** A byte more than is looked at, so that what is too large is seen to be. */
  private static byte[] atMost(@Nullable InputStream stream) throws IOException {
    return stream == null ? new byte[0] : stream.readNBytes(CommandRequest.MAX_BYTES + 1);
  }
}
