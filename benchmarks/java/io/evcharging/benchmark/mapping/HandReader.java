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
    switch (parser.nextToken()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT:
        return parser.getDecimalValue();
      case VALUE_NULL:
        return null;
      case VALUE_STRING:
        String text = parser.getText().strip();
        try {
          return text.isEmpty() ? null : new BigDecimal(text);
        } catch (NumberFormatException noNumber) {
          faults.put(field, parser.getText());
          return null;
        }
      default:
        faults.put(field, raw());
        return null;
    }
  }

  @Nullable Boolean flag(String field) throws IOException {
    switch (parser.nextToken()) {
      case VALUE_TRUE:
        return true;
      case VALUE_FALSE:
        return false;
      case VALUE_NULL:
        return null;
      default:
        Object raw = raw();
        if (raw.equals("true") || raw.equals("false")) {
          return raw.equals("true");
        }
        if (!(raw instanceof String text && text.isBlank())) {
          faults.put(field, raw);
        }
        return null;
    }
  }

  @Nullable String text(String field) throws IOException {
    switch (parser.nextToken()) {
      case VALUE_STRING:
        String text = parser.getText();
        return text.isBlank() ? null : text;
      case VALUE_NULL:
        return null;
      default:
        faults.put(field, raw());
        return null;
    }
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
