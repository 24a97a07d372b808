package io.evcharging.door.rest;

import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/** Reads off an HTTP request which command somebody wants to see. */
public final class ReadDoor implements Processor {

  static final Refusal NO_SUCH_COMMAND =
      new Refusal(404, null, "There is no such command, or it is older than a day.", false);

  private static final Pattern COMMAND = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private final Door door;

  ReadDoor(Door door) {
    this.door = door;
  }

  @Override
  public void process(Exchange exchange) {
    Inbound request = Inbound.of(exchange);
    exchange.removeProperty(Exchange.CHARSET_NAME);
    Refusal refusal = refusal(exchange, request);
    if (refusal != null) {
      exchange.setProperty(Door.REFUSAL, refusal);
      exchange.setProperty(Door.ANSWERS, true);
    }
    exchange.getMessage().setBody(null);
  }

  private @Nullable Refusal refusal(Exchange exchange, Inbound request) {
    Refusal refusal = door.enter(exchange, request);
    if (refusal == null) {
      refusal = request.ambiguity();
    }
    if (refusal != null) {
      return refusal;
    }
    String id = request.one(Inbound.COMMAND).orElse("");
    if (!COMMAND.matcher(id).matches()) {
      return NO_SUCH_COMMAND;
    }
    exchange.setProperty("evcharging.commandId", id);
    return null;
  }
}
