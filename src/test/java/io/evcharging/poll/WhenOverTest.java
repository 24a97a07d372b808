package io.evcharging.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.UnitOfWorkHelper;
import org.junit.jupiter.api.Test;

/** What is to be done when a poll is over is done, in any case. */
class WhenOverTest {

  private final List<String> done = new ArrayList<>();
  private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

  @Test
  void shouldDoTheLastThingFirst() {
    WhenOver.of(exchange, () -> done.add("first"));
    WhenOver.of(exchange, () -> done.add("last"));
    assertEquals(1, end(exchange));
    assertEquals(List.of("last", "first"), done);
  }

  @Test
  void shouldDoTheRestWhereOneThingFails() {
    WhenOver.of(exchange, () -> done.add("first"));
    WhenOver.of(
        exchange,
        () -> {
          throw new IllegalStateException("fails");
        });
    WhenOver.of(exchange, () -> done.add("last"));
    end(exchange);
    assertEquals(List.of("last", "first"), done);
  }

  @Test
  void shouldDoItAlsoWhereThePollHasFailed() {
    WhenOver.of(exchange, () -> done.add("only"));
    exchange.setException(new IllegalStateException("the poll's"));
    end(exchange);
    assertEquals(List.of("only"), done);
  }

  /** As Camel's unit of work ends it; says of how many things Camel was told. */
  private static int end(Exchange exchange) {
    var told = exchange.getExchangeExtension().handoverCompletions();
    UnitOfWorkHelper.doneSynchronizations(exchange, told);
    return told.size();
  }
}
