package io.evcharging.door.rest;

import io.evcharging.canonical.CommandResult;
import io.evcharging.door.AmperageProcessor;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/** Answers a command: its result, or the problem that it is, with the status of its outcome. */
public final class AmperageAnswer implements Processor {

  @Override
  public void process(Exchange exchange) {
    Refusal refusal = exchange.getProperty(Door.REFUSAL, Refusal.class);
    if (refusal != null && !refusal.recorded()) {
      Answers.refusal(exchange, refusal);
      return;
    }
    CommandResult result =
        Objects.requireNonNull(exchange.getMessage().getBody(CommandResult.class), "no result");
    int status = Answers.status(exchange, result);
    if (status == 200) {
      Answers.result(exchange, result);
      return;
    }
    Answers.problem(exchange, status, Problem.of(status, result, Answers.conflict(exchange)));
    @Nullable Long wait = exchange.getProperty(AmperageProcessor.RETRY_AFTER, Long.class);
    if (wait != null) {
      exchange.getMessage().setHeader("Retry-After", Long.toString(Math.max(wait, 1)));
    }
  }
}
