package io.evcharging.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How all JSON from the wire is read: nothing in a value stops the reading of the next. */
final class WireJson {

  private static final int LONGEST_NUMBER = 1000;

  /** So many, with a sign among them, always fit. */
  private static final int LONG_DIGITS = 18;

  private static final int DEEPEST = 200;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(Integer.MAX_VALUE) // an absurd one is a fault, not a failure
                  .build())
          .build();

  private WireJson() {}

  static JsonParser parser(byte[] json, int from, int length) throws IOException {
    return FACTORY.createParser(json, from, length);
  }

  /**
   * Reads the value at the parser's token, to its end, as plain Java: text, exact decimals, truth
   * values, lists and maps. A number that no decimal can hold stays text.
   *
   * @return {@code null} for JSON's null
   */
  static @Nullable Object raw(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> parser.getText();
    };
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      fields.put(name, raw(parser));
    }
    return fields;
  }

  private static List<@Nullable Object> array(JsonParser parser) throws IOException {
    List<@Nullable Object> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(raw(parser));
    }
    return elements;
  }

  private static Object number(JsonParser parser) throws IOException {
    int length = parser.getTextLength();
    if (length <= LONG_DIGITS && parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return BigDecimal.valueOf(parser.getLongValue());
    }
    if (length > LONGEST_NUMBER) {
      return parser.getText();
    }
    try {
      return new BigDecimal(parser.getTextCharacters(), parser.getTextOffset(), length);
    } catch (NumberFormatException notADecimal) { // NaN, or an exponent beyond all bounds
      return parser.getText();
    }
  }
}
