package io.evcharging.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evcharging.source.ChargeSource;
import io.evcharging.source.ChargeSource.Kind;
import io.evcharging.source.signals.ChargeSignalsReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChargeSignalsMapperTest extends MapperContract {

  private static final Set<String> LISTS =
      Set.of("charge-chargelimits", "charge-chargerecords", "charge-chargetimers");

  @Override
  ChargeSource source() {
    return ChargeSource.CHARGE_SIGNALS;
  }

  @Override
  Set<String> fields() {
    return new ChargeSignalsReader().codes();
  }

  /** Without any signal there would be no observation: then one with an empty body. */
  @Override
  String answer(Map<String, String> fields) {
    return fields.isEmpty()
        ? "{\"data\": [" + signal("charge-voltage", "{}") + "]}"
        : fields.entrySet().stream()
            .map(field -> signal(field.getKey(), body(field.getKey(), field.getValue())))
            .collect(Collectors.joining(", ", "{\"data\": [", "]}"));
  }

  @Override
  List<Map<String, String>> readings() {
    return List.of(Map.of("charge-voltage", "230"), Map.of("charge-voltage", "231"));
  }

  @Test
  void shouldKnowTheCodesOfAllSingleSignals() {
    assertEquals(
        Arrays.stream(ChargeSource.values())
            .filter(source -> source.kind() == Kind.SIGNAL)
            .map(ChargeSource::id)
            .collect(Collectors.toSet()),
        fields());
  }

  private static String body(String code, String value) {
    return "{\"" + (LISTS.contains(code) ? "values" : "value") + "\": " + value + "}";
  }

  private static String signal(String code, String body) {
    return "{\"id\": \""
        + code
        + "\", \"attributes\": {\"code\": \""
        + code
        + "\", \"body\": "
        + body
        + "}, \"meta\": {\"oemUpdatedAt\": \"2026-11-20T08:15:00Z\"}}";
  }
}
