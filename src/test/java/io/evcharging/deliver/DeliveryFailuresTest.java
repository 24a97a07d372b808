package io.evcharging.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evcharging.failure.CannotMapException;
import io.evcharging.failure.EvChargingException;
import io.evcharging.failure.RefusedException;
import io.evcharging.failure.StopAndReportException;
import io.evcharging.failure.WaitAndRetryException;
import io.evcharging.testing.HandClock;
import jakarta.jms.MessageFormatException;
import java.io.IOException;
import java.util.Map;
import org.apache.camel.TypeConversionException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryFailuresTest {

  private final DeliveryFailures failures =
      new DeliveryFailures(HandClock.at("2026-11-21T08:00:00Z"));

  private EvChargingException http(int status) {
    return failures.of(
        new HttpOperationFailedException("http://sink/key", status, "", null, Map.of(), "body"));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 406, 409, 413, 415, 422})
  void shouldNeverSendAgainWhatIsRefusedForWhatItIs(int status) {
    assertInstanceOf(RefusedException.class, http(status));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504, 599})
  void shouldTryAgainWhatMayPass(int status) {
    assertInstanceOf(WaitAndRetryException.class, http(status));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 401, 403, 404, 410})
  void shouldTrySlowlyWhatSomebodyMustMend(int status) {
    assertInstanceOf(StopAndReportException.class, http(status));
  }

  @Test
  void shouldNeverSendAgainWhatCannotBeConverted() {
    var conversion = new TypeConversionException("a body", Integer.class, new IOException("no"));
    EvChargingException wrapped = failures.of(new IllegalStateException(conversion));
    assertInstanceOf(CannotMapException.class, wrapped);
    assertInstanceOf(CannotMapException.class, failures.of(new MessageFormatException("a body")));
    assertEquals(TypeConversionException.class.getName(), wrapped.getMessage(), "not the body");
  }

  @Test
  void shouldTryAgainWhatNobodyKnows() {
    assertInstanceOf(WaitAndRetryException.class, failures.of(new IOException("reset")));
    assertInstanceOf(WaitAndRetryException.class, failures.of(new RuntimeException("a bug")));
  }
}
