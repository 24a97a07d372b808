package io.evcharging.source.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalPagesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://vehicle.api.smartcar.com/v3/vehicles/v/signals?page[number]=2&page[size]=200",
        "http://evil.example/elsewhere?page[number]=2&page[size]=200#top",
        "/v3/vehicles/v/signals?page[number]=2&page[size]=200",
        "?page[number]=2&page[size]=200"
      })
  void shouldTakeTheQueryAlone(String next) {
    assertEquals(Optional.of("page[number]=2&page[size]=200"), next("\"" + next + "\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"/v3/vehicles/v/signals\"", "\"/x?\"", "7", "{}"})
  void shouldSeeTheLastPage(String next) {
    assertEquals(Optional.empty(), next(next));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "null", "", "{\"links\": null}", "{\"links\": {\"ne"})
  void shouldSeeNoNextPageWhereThereAreNoLinks(String page) {
    assertEquals(Optional.empty(), SignalPages.nextQuery(page.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void shouldNotMistakeALinkOfASignalForOneOfThePage() {
    String page =
        "{\"data\": [{\"links\": {\"next\": \"?a=1\"}}], \"links\": {\"self\": \"?b=2\"}}";
    assertEquals(Optional.empty(), SignalPages.nextQuery(page.getBytes(StandardCharsets.UTF_8)));
  }

  private static Optional<String> next(String json) {
    String page =
        "{\"data\": [{\"links\": {\"next\": \"?no=1\"}}], \"links\": {\"next\": " + json + "}}";
    return SignalPages.nextQuery(page.getBytes(StandardCharsets.UTF_8));
  }
}
