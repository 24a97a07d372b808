package io.evcharging.normalise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.canonical.Vehicle;
import io.evcharging.source.ChargeSource;
import io.evcharging.source.smartcar.SmartcarHeaders;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A body is read in passing when its code came first, and later when it did not. */
class BodyBeforeCodeTest {

  private static final String CODE = "\"code\":\"charge-voltage\"";
  private static final String BODY =
      "\"body\":{\"value\":[1],\"unit\":\"volts\",\"more\":{\"x\":2}}";

  @Test
  void shouldSayTheSameInEitherOrder() {
    byte[] codeFirst = observation(CODE + "," + BODY);
    byte[] bodyFirst = observation(BODY + "," + CODE);

    assertArrayEquals(codeFirst, bodyFirst);
  }

  @Test
  void shouldTellPathsFromTheBodyOn() {
    String said = new String(observation(CODE + "," + BODY), UTF_8);

    assertTrue(said.contains("\"code\":\"UNPARSEABLE\",\"raw\":[1]"), said);
    assertTrue(said.contains("\"unmapped\":{\"charge-voltage.more\":{\"x\":2}}"), said);
  }

  private static byte[] observation(String attributes) {
    String page = "{\"data\":[{\"attributes\":{" + attributes + "}}]}";
    Answer answer =
        new Answer(
            new Vehicle("v-1", "TESLA"),
            ChargeSource.CHARGE_SIGNALS,
            new SmartcarHeaders(null, null, null, null),
            Instant.EPOCH,
            List.of(page.getBytes(UTF_8)));
    return new Normaliser().normalise(answer).orElseThrow().json();
  }
}
