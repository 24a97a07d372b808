package io.evcharging.benchmark.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.Parser;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sample's schema in JSLT: {@code benchmarks/resources/mapping/*.jslt}. */
final class Jslt implements TreeMapping.Language {

  private final Expression expression;

  Jslt(Sample sample) {
    expression =
        new Parser(new StringReader(new String(sample.resource(".jslt"), StandardCharsets.UTF_8)))
            .compile();
  }

  @Override
  public JsonNode map(JsonNode answer, JsonNode head, @Nullable String unitSystem) {
    Map<String, JsonNode> variables = new HashMap<>();
    variables.put("head", head);
    variables.put(
        "unitSystem", unitSystem == null ? NullNode.getInstance() : new TextNode(unitSystem));
    return expression.apply(variables, answer);
  }
}
