package io.evcharging.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evcharging.failure.RefusedException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsGuardTest {

  private final OperationsGuard guard = new OperationsGuard("the-key");
  private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

  @Test
  void shouldLetInWhoHasTheKeyAndDropEveryHeader() {
    exchange.getMessage().setHeader("Authorization", "Bearer the-key");
    exchange.getMessage().setHeader("CamelHttpUri", "http://elsewhere");
    exchange.getMessage().setBody("a body");
    guard.process(exchange);
    assertEquals(Map.of(), exchange.getMessage().getHeaders());
    assertEquals("a body", exchange.getMessage().getBody());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "the-key", "Bearer the-ke", "Bearer the-key ", "bearer the-key"})
  void shouldRefuseEverybodyElseAndDropTheirHeaders(String authorization) {
    exchange.getMessage().setHeader("Authorization", authorization);
    assertThrows(RefusedException.class, () -> guard.process(exchange));
    assertEquals(Map.of(), exchange.getMessage().getHeaders());
  }

  @Test
  void shouldRefuseWhoGivesNoKeyOrSeveral() {
    assertThrows(RefusedException.class, () -> guard.process(exchange));
    exchange.getMessage().setHeader("Authorization", java.util.List.of("Bearer the-key", "x"));
    assertThrows(RefusedException.class, () -> guard.process(exchange));
  }
}
