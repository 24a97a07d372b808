package io.evcharging.benchmark.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The benchmark compares like with like. */
class MappingContendersTest {

  private static final JsonMapper JSON = new JsonMapper();

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
    assertEquals(expected(sample), said(new TreeMapping(new Jslt(sample)).map(sample.answer())));
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
