package io.evcharging.deliver;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Sends a copy of the exchange to its sink's endpoint and throws what that throws. Not a plain
 * {@code to}: a host's route behind it would then end our retries with its own error handler, and
 * one that drops headers would make Camel forget how often it has tried.
 */
public final class DeliveryAttempt implements Processor {

  private final ProducerTemplate template;
  private final Map<String, String> uris;
  private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();
  private final SinkStates sinks;
  private final DeliveryOutcomes outcomes;

  /**
   * Sends with a template.
   *
   * @param template started
   * @param uris of the sinks, by name
   * @param sinks asked whether the sink may be called now, and told what came of it
   * @param outcomes counts what is delivered
   */
  public DeliveryAttempt(
      ProducerTemplate template,
      Map<String, String> uris,
      SinkStates sinks,
      DeliveryOutcomes outcomes) {
    this.template = template;
    this.uris = Map.copyOf(uris);
    this.sinks = sinks;
    this.outcomes = outcomes;
  }

  @Override
  public void process(Exchange exchange) throws Exception {
    Delivery delivery = Delivery.of(exchange);
    SinkState sink = sinks.of(delivery.sink());
    if (sink.takes(delivery)) {
      exchange.getExchangeExtension().addOnCompletion(new Done(sink, delivery));
    }
    sink.begin();
    Exchange copy = exchange.copy();
    // A host's error handler would wait as long as we do.
    copy.getMessage().removeHeader(Exchange.REDELIVERY_DELAY);
    Exchange sent = template.send(endpoint(delivery.sink()), copy);
    if (sent.getException() != null) {
      throw sent.getException();
    }
    sink.succeeded();
    outcomes.succeeded(delivery);
  }

  private Endpoint endpoint(String sink) {
    return endpoints.computeIfAbsent(
        sink,
        name -> {
          CamelContext context = template.getCamelContext();
          return context.getEndpoint(
              HttpSinkUri.of(context, Objects.requireNonNull(uris.get(name))));
        });
  }

  private static final class Done extends SynchronizationAdapter {
    private final SinkState sink;
    private final Delivery delivery;

    private Done(SinkState sink, Delivery delivery) {
      this.sink = sink;
      this.delivery = delivery;
    }

    @Override
    public void onDone(Exchange exchange) {
      sink.isDoneWith(delivery);
    }
  }
}
