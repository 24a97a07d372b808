package io.evcharging.source.signals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
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
  void shouldTakeTheQueryAlone(String next) throws IOException {
    Optional<String> query = Optional.of("page[number]=2&page[size]=200");
    assertEquals(query, next("\"" + next + "\""));
    assertEquals(query, next("{\"href\": \"" + next + "\", \"meta\": {\"count\": 10}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\""})
  void shouldSeeTheLastPage(String next) throws IOException {
    assertEquals(Optional.empty(), next(next));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "true",
        "[\"?a=1\"]",
        "{}",
        "{\"href\": null}",
        "{\"href\": {\"href\": \"?a=1\"}}",
        "\"/v3/vehicles/v/signals/2\"",
        "\"/x?\"",
        "\"/x#top?a=1\""
      })
  void shouldNotTakeALinkThatCannotBeFollowedForTheLastPage(String next) {
    assertThrows(IOException.class, () -> next(next));
  }

  @Test
  void shouldNotTakeLinksThatCannotBeReadForTheLastPage() {
    assertThrows(IOException.class, () -> SignalPages.nextQuery("{\"links\": 7}".getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "",
        "{\"links\": null}",
        "{\"links\": []}",
        "{\"links\": {\"ne"
      })
  void shouldSeeNoNextPageWhereThereAreNoLinks(String page) throws IOException {
    assertEquals(Optional.empty(), SignalPages.nextQuery(page.getBytes(UTF_8)));
  }

  @Test
  void shouldNotMistakeALinkOfASignalForOneOfThePage() throws IOException {
    String page =
        "{\"data\": [{\"links\": {\"next\": \"?a=1\"}}], \"links\": {\"self\": \"?b=2\"}}";
    assertEquals(Optional.empty(), SignalPages.nextQuery(page.getBytes(UTF_8)));
  }

  private static Optional<String> next(String json) throws IOException {
    String page =
        "{\"data\": [{\"links\": {\"next\": \"?no=1\"}}], \"links\": {\"next\": " + json + "}}";
    return SignalPages.nextQuery(page.getBytes(UTF_8));
  }
}
