package io.evcharging.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evcharging.canonical.FindingCode;
import io.evcharging.canonical.Vehicle;
import io.evcharging.source.ChargeSource;
import io.evcharging.source.smartcar.SmartcarHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ObservationFiguresTest {

  private static final String RECEIVED = "2026-11-21T10:00:00Z";

  private final ObservationFigures figures = new ObservationFigures();
  private final ObservationProcessor processor =
      new ObservationProcessor(new Normaliser(), figures);

  @Test
  void shouldKnowTheNewestWhateverTheOrder() {
    observe("2026-11-21T09:00:00Z", "{\"state\":\"CHARGING\"}");
    observe("2026-11-21T08:00:00Z", "{\"state\":\"CHARGING\"}");
    assertEquals(
        Optional.of(Instant.parse("2026-11-21T09:00:00Z")), figures.newest("tesla-charge"));
    assertEquals(Optional.empty(), figures.newest("audi-charge"));
  }

  @Test
  void shouldTakeTheTimeOfReceptionWhereTheVehicleTellsNone() {
    observe(null, "{\"state\":\"CHARGING\"}");
    assertEquals(Optional.of(Instant.parse(RECEIVED)), figures.newest("tesla-charge"));
  }

  @Test
  void shouldCountEachFinding() {
    observe(null, "{\"state\":\"LEVITATING\"}");
    observe(null, "{\"state\":\"LEVITATING\"}");
    assertEquals(2, figures.findings(FindingCode.UNKNOWN_VALUE));
    assertEquals(0, figures.findings(FindingCode.SIGNAL_ERROR));
  }

  private void observe(@Nullable String dataAge, String json) {
    Answer answer =
        new Answer(
            new Vehicle("v", "TESLA"),
            ChargeSource.TESLA_CHARGE,
            new SmartcarHeaders(dataAge, null, "metric", null),
            Instant.parse(RECEIVED),
            List.of(json.getBytes(StandardCharsets.UTF_8)));
    var exchange = new DefaultExchange(new DefaultCamelContext());
    exchange.getMessage().setBody(answer);
    processor.process(exchange);
  }
}
