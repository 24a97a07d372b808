package io.evcharging.benchmark.mapping;

import com.fasterxml.jackson.core.JsonToken;
import io.evcharging.canonical.FindingCode;
import io.evcharging.source.WireTime;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One signal of the list, read token by token. Its body has a value, or is a limit. */
final class SignalByHand {

  private final HandReader in;
  @Nullable String code;
  @Nullable Instant observedAt;
  @Nullable Instant fetchedAt;
  private @Nullable String status;
  private boolean failed;
  private @Nullable String errorType;
  private @Nullable String errorCode;
  private @Nullable Object value;
  private @Nullable String unit;

  SignalByHand(HandReader in) {
    this.in = in;
  }

  /** Reads it to its end; the parser is at its beginning. */
  void read() throws IOException {
    for (String name = in.parser.nextFieldName(); name != null; name = in.parser.nextFieldName()) {
      switch (name) {
        case "id" -> code = code == null ? in.parser.nextTextValue() : skip(code);
        case "attributes" -> attributes();
        case "meta" -> meta();
        default -> skip("");
      }
    }
  }

  private void attributes() throws IOException {
    in.parser.nextToken();
    for (String name = in.parser.nextFieldName(); name != null; name = in.parser.nextFieldName()) {
      switch (name) {
        case "code" -> code = in.parser.nextTextValue();
        case "status" -> status();
        case "body" -> body();
        default -> skip("");
      }
    }
  }

  private void status() throws IOException {
    in.parser.nextToken();
    for (String name = in.parser.nextFieldName(); name != null; name = in.parser.nextFieldName()) {
      switch (name) {
        case "value" -> status = in.parser.nextTextValue();
        case "error" -> error();
        default -> skip("");
      }
    }
  }

  private void error() throws IOException {
    failed = in.parser.nextToken() == JsonToken.START_OBJECT;
    for (String name = in.parser.nextFieldName(); name != null; name = in.parser.nextFieldName()) {
      switch (name) {
        case "type" -> errorType = in.parser.nextTextValue();
        case "code" -> errorCode = in.parser.nextTextValue();
        default -> skip("");
      }
    }
  }

  private void body() throws IOException {
    in.parser.nextToken();
    for (String name = in.parser.nextFieldName(); name != null; name = in.parser.nextFieldName()) {
      switch (name) {
        case "value", "activeLimit" -> {
          JsonToken token = in.parser.nextToken();
          value =
              switch (token) {
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> in.parser.getDecimalValue();
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case VALUE_STRING -> in.parser.getText();
                default -> null;
              };
        }
        case "unit" -> unit = in.parser.nextTextValue();
        case "values" -> {
          in.parser.nextToken();
          if (in.parser.nextToken() != JsonToken.END_ARRAY) {
            throw new IOException("written by hand for signals without lists");
          }
        }
        default -> in.unknown(code + "." + name);
      }
    }
  }

  private void meta() throws IOException {
    in.parser.nextToken();
    for (String name = in.parser.nextFieldName(); name != null; name = in.parser.nextFieldName()) {
      switch (name) {
        case "oemUpdatedAt" -> observedAt = time("observedAt");
        case "retrievedAt" -> fetchedAt = time("fetchedAt");
        default -> skip("");
      }
    }
  }

  private @Nullable Instant time(String path) throws IOException {
    JsonToken token = in.parser.nextToken();
    Object raw =
        token == JsonToken.VALUE_STRING ? in.parser.getText() : in.parser.getDecimalValue();
    if (WireTime.isNone(raw)) {
      return null;
    }
    Instant time = WireTime.parse(raw);
    if (time == null) {
      in.unreadable(path, raw);
    }
    return time;
  }

  private String skip(String answer) throws IOException {
    in.parser.nextToken();
    in.parser.skipChildren();
    return answer;
  }

  /** Its body, if it is a success. */
  private @Nullable Object success(String path) {
    if (status == null || status.equalsIgnoreCase("SUCCESS")) {
      return value;
    }
    if (!failed) {
      in.flag(path, FindingCode.SIGNAL_ERROR, status, "The signal has no value at present.");
    } else if ("COMPATIBILITY".equalsIgnoreCase(errorType)) {
      String raw = errorType + "/" + errorCode;
      in.flag(path, FindingCode.NOT_SUPPORTED, raw, "The vehicle does not have this signal.");
    } else {
      String raw = errorType + "/" + errorCode;
      in.flag(path, FindingCode.SIGNAL_ERROR, raw, "The signal could not be read.");
    }
    return null;
  }

  private <T> @Nullable T observed(HandFields to, String path, @Nullable T read) {
    if (read != null && observedAt != null) {
      to.times.put(path, observedAt);
    }
    return read;
  }

  @Nullable String word(String path) {
    Object body = success(path);
    if (body != null && !(body instanceof String)) {
      in.unreadable(path, body);
    }
    return body instanceof String text && !text.isBlank() ? in.value("", path, text) : null;
  }

  <E> @Nullable E meaning(HandFields to, String path, @Nullable E meaning) {
    return observed(to, path, meaning);
  }

  @Nullable Boolean flag(HandFields to, String path) {
    Object body = success(path);
    if (body == null || body instanceof Boolean) {
      return observed(to, path, (Boolean) body);
    }
    if (body.equals("true") || body.equals("false")) {
      return observed(to, path, (Boolean) body.equals("true"));
    }
    in.unreadable(path, body);
    return null;
  }

  /**
   * A number in one of some units, each followed by its factor; the first is the documented one.
   */
  @Nullable BigDecimal number(String path, HandUnit... units) {
    Object body = success(path);
    BigDecimal number = body instanceof BigDecimal decimal ? decimal : parse(body);
    if (number == null || in.value("", path, number) == null) {
      if (body != null && number == null) {
        in.unreadable(path, body);
      }
      return null;
    }
    if (unit == null) {
      if (!units[0].documented().isEmpty()) {
        in.flag(
            path,
            FindingCode.UNIT_ASSUMED,
            number,
            "The unit is missing; it was taken to be " + units[0].documented() + ".");
      }
      return HandFields.times(number, units[0].factor());
    }
    for (HandUnit known : units) {
      if (known.isSpelled(unit)) {
        return HandFields.times(number, known.factor());
      }
    }
    in.flag(path, FindingCode.UNKNOWN_UNIT, unit, "Not known, so " + number + " was left out.");
    return null;
  }

  @Nullable BigDecimal quantity(HandFields to, String path, HandUnit... units) {
    return observed(to, path, number(path, units));
  }

  @Nullable Object raw() {
    return value;
  }

  private static @Nullable BigDecimal parse(@Nullable Object body) {
    try {
      return body instanceof String text ? new BigDecimal(text.strip()) : null;
    } catch (NumberFormatException noNumber) {
      return null;
    }
  }
}
