package io.evcharging.normalise;

import java.util.Map;
import java.util.stream.Collectors;

/** The contract for an endpoint that answers with one flat object. */
abstract class BrandMapperContract extends MapperContract {

  @Override
  String answer(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> "\"" + field.getKey() + "\": " + field.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
