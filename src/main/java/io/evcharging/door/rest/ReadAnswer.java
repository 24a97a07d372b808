package io.evcharging.door.rest;

import io.evcharging.canonical.CommandResult;
import io.evcharging.config.Vehicles;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Answers with the newest state of a command, to whom it concerns. */
public final class ReadAnswer implements Processor {

  private final Vehicles vehicles;

  ReadAnswer(Vehicles vehicles) {
    this.vehicles = vehicles;
  }

  @Override
  public void process(Exchange exchange) {
    Refusal refusal = exchange.getProperty(Door.REFUSAL, Refusal.class);
    if (refusal != null) {
      Answers.refusal(exchange, refusal);
      return;
    }
    Caller caller = Objects.requireNonNull(exchange.getProperty(Door.CALLER, Caller.class));
    if (exchange.getMessage().getBody() instanceof CommandResult result && sees(caller, result)) {
      Answers.result(exchange, result);
    } else {
      Answers.refusal(exchange, ReadDoor.NO_SUCH_COMMAND);
    }
  }

  private boolean sees(Caller caller, CommandResult result) {
    boolean unlimited = caller.vehicles().isEmpty() && caller.brands().isEmpty();
    return unlimited || (result.vehicleId() != null && caller.may(result.vehicleId(), vehicles));
  }
}
