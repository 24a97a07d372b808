package io.evcharging.deliver;

import io.evcharging.failure.EvChargingException;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what a sink will not take on that sink's dead-letter queue, with its reason. What failed
 * because of a stop stays in its sink's queue.
 */
public final class DeadLetterQueue implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterQueue.class);

  private final ProducerTemplate template;
  private final DeliveryOutcomes outcomes;
  private final Clock clock;

  /**
   * Sends with a template.
   *
   * @param template started
   * @param outcomes counts the dead letters
   * @param clock says since when
   */
  public DeadLetterQueue(ProducerTemplate template, DeliveryOutcomes outcomes, Clock clock) {
    this.template = template;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) throws Exception {
    if (exchange.getProperty(DeliveryRetry.RETRY, true, Boolean.class)) {
      exchange.setRollbackOnly(true);
      return;
    }
    Delivery delivery = Delivery.of(exchange);
    String reason =
        exchange.getProperty(DeliveryRetry.FAILURE, EvChargingException.class).getMessage();
    Exchange copy = exchange.copy();
    Message letter = copy.getMessage();
    letter.setBody(delivery.body());
    letter.removeHeader(Exchange.REDELIVERY_DELAY);
    letter.setHeader(DeadLetter.REASON, reason);
    letter.setHeader(DeadLetter.SINCE, clock.instant().toString());
    letter.setHeader(DeadLetter.ACCEPTED_AT, delivery.acceptedAt().toString());
    Exchange sent =
        template.send("evcharging-jms:queue:" + DeadLetter.queue(delivery.sink()), copy);
    if (sent.getException() != null) {
      throw sent.getException();
    }
    outcomes.failed(delivery);
    LOG.warn("dead letter {} reason=\"{}\"", delivery, reason);
  }
}
