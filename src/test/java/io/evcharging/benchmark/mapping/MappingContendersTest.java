package io.evcharging.benchmark.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The benchmark compares like with like. */
class MappingContendersTest {

  private static final JsonMapper JSON = new JsonMapper();

  /** 80 and 80.0 are one number. */
  private static final Comparator<JsonNode> BY_VALUE =
      (one, other) ->
          one.isNumber() && other.isNumber()
              ? one.decimalValue().compareTo(other.decimalValue())
              : one.equals(other) ? 0 : 1;

  @ParameterizedTest
  @EnumSource(Sample.class)
  void shouldWriteTheSameBytesByHand(Sample sample) throws IOException {
    byte[] expected = Contenders.normaliser().map(sample.answer());
    byte[] byHand = Contenders.byHand(sample).map(sample.answer());
    assertEquals(
        new String(expected, StandardCharsets.UTF_8), new String(byHand, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @EnumSource(Sample.class)
  void shouldSayTheSameInJslt(Sample sample) throws IOException {
    assertEquals(expected(sample), said(Contenders.jslt(sample).map(sample.answer())));
  }

  @ParameterizedTest
  @EnumSource(Sample.class)
  void shouldSayTheSameInJolt(Sample sample) throws IOException {
    JsonNode jolt = said(Contenders.jolt(sample).map(sample.answer()));
    assertTrue(expected(sample).equals(BY_VALUE, jolt), jolt::toString);
  }

  private static JsonNode expected(Sample sample) throws IOException {
    return said(Contenders.normaliser().map(sample.answer()));
  }

  /** All but the id: it is made of the spelling, which is another where numbers are binary. */
  private static JsonNode said(byte[] json) throws IOException {
    ObjectNode said = (ObjectNode) JSON.readTree(json);
    said.remove("id");
    return said;
  }
}
