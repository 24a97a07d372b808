package io.evcharging.benchmark.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.evcharging.canonical.Finding;
import io.evcharging.canonical.FindingCode;
import io.evcharging.source.WireTime;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What hand-written mappings read an answer with, and what they find on the way. */
final class HandReader implements AutoCloseable {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final BigDecimal SENTINEL = new BigDecimal("65535");

  final JsonParser parser;
  final List<Finding> findings = new ArrayList<>();
  final Map<String, Object> unmapped = new TreeMap<>();
  private final Map<String, Object> faults = new HashMap<>();

  HandReader(byte[] json) throws IOException {
    parser = FACTORY.createParser(json);
  }

  @Nullable BigDecimal number(String field) throws IOException {
    return switch (parser.nextToken()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_NULL -> null;
      case VALUE_STRING -> parse(field, parser.getText());
      default -> fault(field, raw());
    };
  }

  private @Nullable BigDecimal parse(String field, String text) {
    try {
      return text.isBlank() ? null : new BigDecimal(text.strip());
    } catch (NumberFormatException noNumber) {
      return fault(field, text);
    }
  }

  @Nullable Boolean flag(String field) throws IOException {
    return switch (parser.nextToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> flag(field, raw());
    };
  }

  private @Nullable Boolean flag(String field, Object raw) {
    if (raw.equals("true") || raw.equals("false")) {
      return raw.equals("true");
    }
    return (raw instanceof String text && text.isBlank()) ? null : fault(field, raw);
  }

  @Nullable String text(String field) throws IOException {
    return switch (parser.nextToken()) {
      case VALUE_STRING -> parser.getText().isBlank() ? null : parser.getText();
      case VALUE_NULL -> null;
      default -> fault(field, raw());
    };
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // always null
  private <T> @Nullable T fault(String field, Object raw) {
    faults.put(field, raw);
    return null;
  }

  @Nullable Instant time(String field) throws IOException {
    if (parser.nextToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    Object raw = raw();
    Instant time = WireTime.isNone(raw) ? null : WireTime.parse(raw);
    if (time == null && !WireTime.isNone(raw)) {
      faults.put(field, raw);
    }
    return time;
  }

  void unknown(String field) throws IOException {
    if (parser.nextToken() != JsonToken.VALUE_NULL) {
      unmapped.put(field, raw());
    }
  }

  /** The value at the parser's token, as plain Java; none that is null. */
  private Object raw() throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          fields.put(name, raw());
        }
        yield fields;
      }
      case START_ARRAY -> {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          elements.add(raw());
        }
        yield elements;
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> parser.getText();
    };
  }

  /** The value, if it is one; a fault or a sentinel leaves a finding. */
  <T> @Nullable T value(String field, String path, @Nullable T read) {
    Object fault = faults.isEmpty() ? null : faults.remove(field);
    if (fault != null) {
      unreadable(path, fault);
      return null;
    }
    if (read != null && isSentinel(read)) {
      unreadable(path, read);
      return null;
    }
    return read;
  }

  void unreadable(String path, Object raw) {
    findings.add(
        isSentinel(raw)
            ? new Finding(path, FindingCode.SENTINEL, raw, "The source's own word for no value.")
            : new Finding(
                path,
                FindingCode.UNPARSEABLE,
                raw,
                "Cannot be read as what it should be; left out."));
  }

  void flag(String path, FindingCode code, @Nullable Object raw, String detail) {
    findings.add(new Finding(path, code, raw, detail));
  }

  private static boolean isSentinel(Object value) {
    if (value instanceof String text) {
      String word = text.strip();
      return word.equalsIgnoreCase("<invalid>")
          || word.equalsIgnoreCase("invalid")
          || word.equalsIgnoreCase("unsupported")
          || word.equalsIgnoreCase("SNA")
          || word.equals("65535");
    }
    return value instanceof BigDecimal number && number.compareTo(SENTINEL) == 0;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
