package io.evcharging.benchmark.mapping;

import io.evcharging.canonical.Vehicle;
import io.evcharging.normalise.Answer;
import io.evcharging.source.ChargeSource;
import io.evcharging.source.smartcar.SmartcarHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** One answer of each schema: the two documented ones, and the signals that a car really told. */
public enum Sample {
  TESLA("TESLA", ChargeSource.TESLA_CHARGE),
  AUDI("AUDI", ChargeSource.AUDI_CHARGE),
  SIGNALS("VOLKSWAGEN", ChargeSource.CHARGE_SIGNALS);

  private final String brand;
  private final ChargeSource source;

  Sample(String brand, ChargeSource source) {
    this.brand = brand;
    this.source = source;
  }

  Answer answer() {
    return new Answer(
        new Vehicle("36ab27d0-fd9d-4455-823a-ce30af709ffc", brand),
        source,
        headers(),
        Instant.parse("2026-11-20T08:15:03.123Z"),
        List.of(resource(".json")));
  }

  /** Signals tell their times themselves. */
  private SmartcarHeaders headers() {
    return this == SIGNALS
        ? new SmartcarHeaders(null, null, null, "7f0c3f7e-0002")
        : new SmartcarHeaders(
            "2026-11-20T08:15:00.000Z", "2026-11-20T08:15:02.500Z", "metric", "7f0c3f7e-0001");
  }

  /** What lies beside the sample: {@code .json} itself, {@code .jslt} and {@code .jolt}. */
  byte[] resource(String ending) {
    return file(name().toLowerCase(Locale.ROOT) + ending);
  }

  /** A file of the benchmark. */
  static byte[] file(String file) {
    String name = "/mapping/" + file;
    try (InputStream in = Objects.requireNonNull(Sample.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
