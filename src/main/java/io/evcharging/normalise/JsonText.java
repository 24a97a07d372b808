package io.evcharging.normalise;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.evcharging.source.UtcText;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

/** How values are spelled in JSON. */
final class JsonText {

  /** More zeros than these are written as an exponent: only what was kept as it came has them. */
  private static final int MOST_ZEROS = 100;

  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

  /** Plain: 1500, not 1.5E+3. */
  static final JsonSerializer<BigDecimal> DECIMAL =
      new JsonSerializer<>() {
        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializerProvider provider)
            throws IOException {
          boolean plain = Math.abs((long) value.scale()) <= MOST_ZEROS;
          json.writeNumber(plain ? value.toPlainString() : value.toString());
        }
      };

  /** UTC with {@code Z}. */
  static final JsonSerializer<Instant> INSTANT = text(UtcText::of);

  /** {@code HH:mm:ss}. */
  static final JsonSerializer<LocalTime> TIME_OF_DAY = text(SECONDS::format);

  private JsonText() {}

  private static <T> JsonSerializer<T> text(Function<T, String> spelling) {
    return new JsonSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator json, SerializerProvider provider)
          throws IOException {
        json.writeString(spelling.apply(value));
      }
    };
  }
}
