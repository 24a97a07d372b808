package io.evcharging.door.rest;

import io.evcharging.command.UnrecordedCommandException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An error of ours: told to the log, and to the caller only that it is one. */
public final class DoorFailure implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(DoorFailure.class);

  @Override
  public void process(Exchange exchange) {
    Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    LOG.error("a request of the REST door failed", failure);
    Answers.problem(
        exchange,
        500,
        failure instanceof UnrecordedCommandException unrecorded
            ? Problem.of(unrecorded)
            : Problem.of(
                500,
                null,
                "An error of this program. Whether a command was sent is in the audit; a repeat"
                    + " with the same Idempotency-Key is safe."));
  }
}
