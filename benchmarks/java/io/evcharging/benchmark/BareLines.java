package io.evcharging.benchmark;

import io.evcharging.canonical.Vehicle;
import io.evcharging.normalise.Answer;
import io.evcharging.normalise.Normaliser;
import io.evcharging.source.ChargeSource;
import io.evcharging.source.smartcar.SmartcarHeaders;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** What the bare client makes of an answer. */
final class BareLines {

  private static final Normaliser NORMALISER = new Normaliser();

  private BareLines() {}

  /** The canonical observation, by the same normaliser as in the routes. */
  static byte[] normalised(String vehicleId, HttpResponse response, byte[] body) {
    return normalised(vehicleId, name -> header(response, name), body);
  }

  /** Likewise, of any client's answer. */
  static byte[] normalised(
      String vehicleId, Function<String, @Nullable String> header, byte[] body) {
    SmartcarHeaders headers =
        new SmartcarHeaders(
            header.apply("SC-Data-Age"),
            header.apply("SC-Fetched-At"),
            header.apply("SC-Unit-System"),
            header.apply("SC-Request-Id"));
    Answer answer =
        new Answer(
            new Vehicle(vehicleId, "TESLA"),
            ChargeSource.TESLA_CHARGE,
            headers,
            Instant.now(),
            List.of(body));
    return NORMALISER.normalise(answer).orElseThrow().json();
  }

  private static @Nullable String header(HttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }
}
