package io.evcharging.deliver;

import io.evcharging.normalise.ObservationProcessor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.component.seda.SedaEndpoint;
import org.apache.camel.support.DefaultExchange;

/**
 * Puts a copy of each observation into the queue of each sink, without waiting, and keeps as
 * undelivered what has no place there. A recipient list does the same with a second copy, a route
 * of its own for each sink, and a twentieth of all the time between a tick and a file.
 */
public final class MemoryFanOut implements Processor {

  private final Map<String, Delivery.Start> sinks;
  private final Map<String, SedaEndpoint> queues = new ConcurrentHashMap<>();
  private final Processor undelivered;

  /**
   * To these sinks.
   *
   * @param names of the sinks
   * @param undelivered takes what has no place
   * @param clock says when an observation was accepted
   */
  public MemoryFanOut(List<String> names, Processor undelivered, Clock clock) {
    this.undelivered = undelivered;
    this.sinks =
        names.stream()
            .collect(Collectors.toMap(name -> name, name -> new Delivery.Start(name, clock)));
  }

  @Override
  public void process(Exchange exchange) throws Exception {
    for (Map.Entry<String, Delivery.Start> sink : sinks.entrySet()) {
      Exchange copy = copy(exchange);
      sink.getValue().process(copy);
      if (!queue(exchange.getContext(), sink.getKey()).offer(copy)) {
        copy.setProperty(
            ExchangePropertyKey.EXCEPTION_CAUGHT, new IllegalStateException("its queue is full"));
        undelivered.process(copy);
      }
    }
  }

  /** What a channel outside this process would have, and the record: the rest is the poll's. */
  private static Exchange copy(Exchange exchange) {
    Exchange copy = new DefaultExchange(exchange.getContext());
    copy.setMessage(exchange.getMessage().copy());
    Object observation = exchange.getProperty(ObservationProcessor.OBSERVATION);
    if (observation != null) {
      copy.setProperty(ObservationProcessor.OBSERVATION, observation);
    }
    return copy;
  }

  private BlockingQueue<Exchange> queue(CamelContext context, String sink) {
    return queues
        .computeIfAbsent(
            sink, name -> (SedaEndpoint) context.getRoute(MemoryQueues.ROUTE + name).getEndpoint())
        .getQueue();
  }
}
