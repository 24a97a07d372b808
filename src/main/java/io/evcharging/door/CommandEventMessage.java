package io.evcharging.door;

import io.evcharging.canonical.CommandResult;
import io.evcharging.canonical.Confirmation;
import io.evcharging.command.CommandEvent;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/**
 * Turns a {@link CommandEvent} in the body into its JSON, with the CloudEvents attributes and the
 * headers to select by, as observations have them.
 */
public final class CommandEventMessage implements Processor {

  @Override
  public void process(Exchange exchange) {
    Message message = exchange.getMessage();
    CommandEvent event = (CommandEvent) message.getBody();
    CommandResult result = event.result();
    message.removeHeaders("*");
    message.setBody(event.json());
    message.setHeader("ce-specversion", "1.0");
    message.setHeader("ce-id", event.id());
    message.setHeader("ce-source", "/evcharging/command-amperage");
    message.setHeader("ce-type", CommandResult.TYPE);
    message.setHeader("ce-time", event.at().toString());
    message.setHeader(Exchange.CONTENT_TYPE, "application/json");
    set(message, "ce-subject", result.vehicleId());
    set(message, "evchargingVehicle", result.vehicleId());
    set(message, "evchargingBrand", result.brand());
    message.setHeader("evchargingOutcome", result.outcome().name());
    Confirmation confirmation = result.confirmation();
    if (confirmation != null) {
      message.setHeader("evchargingConfirmation", confirmation.status().name());
    }
  }

  private static void set(Message message, String header, @Nullable String value) {
    if (value != null) {
      message.setHeader(header, value);
    }
  }
}
