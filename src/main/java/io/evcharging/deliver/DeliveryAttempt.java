package io.evcharging.deliver;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;

/**
 * Sends a copy of the exchange to the endpoint that the exchange property {@value #SINK_URI} names,
 * and throws what that throws. Not a plain {@code to}: a host's route behind it would then end our
 * retries with its own error handler, and one that drops headers would make Camel forget how often
 * it has tried.
 */
public final class DeliveryAttempt implements Processor {

  private static final String SINK_URI = "evcharging.sinkUri";

  private final ProducerTemplate template;
  private final DeliveryOutcomes outcomes;

  /**
   * Sends with a template.
   *
   * @param template started
   * @param outcomes counts what is delivered
   */
  public DeliveryAttempt(ProducerTemplate template, DeliveryOutcomes outcomes) {
    this.template = template;
    this.outcomes = outcomes;
  }

  @Override
  public void process(Exchange exchange) throws Exception {
    Exchange sent = template.send(exchange.getProperty(SINK_URI, String.class), exchange.copy());
    if (sent.getException() != null) {
      throw sent.getException();
    }
    outcomes.succeeded(Delivery.of(exchange));
  }
}
