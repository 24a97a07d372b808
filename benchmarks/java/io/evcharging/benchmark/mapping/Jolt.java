package io.evcharging.benchmark.mapping;

import com.bazaarvoice.jolt.Chainr;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evcharging.normalise.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sample's schema in JOLT: {@code benchmarks/resources/mapping/*.jolt}. {@link JoltRest} is what
 * it has no words for.
 */
final class Jolt implements Contender {

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, List<Object>>> SPEC = new TypeReference<>() {};
  private static final TypeReference<List<Object>> SHARED = new TypeReference<>() {};
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final Chainr chain;

  Jolt(Sample sample) throws IOException {
    Map<String, List<Object>> own = JSON.readValue(sample.resource(".jolt"), SPEC);
    List<Object> all = new ArrayList<>(own.getOrDefault("read", List.of()));
    all.addAll(JSON.readValue(Sample.file("doubts.jolt"), SHARED));
    all.addAll(own.getOrDefault("say", List.of()));
    all.addAll(JSON.readValue(Sample.file("conclusions.jolt"), SHARED));
    all.addAll(own.getOrDefault("tell", List.of()));
    chain = Chainr.fromSpec(all);
  }

  @Override
  public byte[] map(Answer answer) throws IOException {
    Map<String, Object> in = new LinkedHashMap<>();
    in.put("answer", JSON.readValue(answer.pages().get(0), OBJECT));
    in.put("unitSystem", String.valueOf(answer.headers().unitSystem()));
    ObjectNode head = TreeMapping.head(answer);
    Map<String, Object> content = new JoltRest(chain.transform(in), head).content();
    return TreeMapping.withId(answer, head, JSON.writeValueAsBytes(content));
  }
}
