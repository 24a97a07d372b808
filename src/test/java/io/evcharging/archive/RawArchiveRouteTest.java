package io.evcharging.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.evcharging.testing.StubApi;
import io.evcharging.testing.TestContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawArchiveRouteTest {

  @TempDir Path directory;

  private TestContext context(StubApi api, boolean enabled) throws Exception {
    return TestContext.in(directory)
        .withApi(api.origin())
        .withSink("host", "mock:host")
        .with("evcharging.archive.raw.enabled", "" + enabled)
        .start();
  }

  private List<String> raw() throws IOException {
    List<String> lines = new ArrayList<>();
    Path folder = directory.resolve("raw");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          lines.addAll(Files.readAllLines(file));
        }
      }
    }
    return lines;
  }

  @Test
  void shouldKeepEachAnswerThatIsMapped() throws Exception {
    try (StubApi api = StubApi.answering(200, "{\"state\":\"CHARGING\"}");
        TestContext context = context(api, true)) {
      context.poll("tesla-charge", "tesla-1");
      context.poll("charge-voltage", "tesla-1");
      assertEquals(2, raw().size());
      RawAnswer kept = RawAnswer.read(raw().get(0)).orElseThrow();
      assertEquals("tesla-1 TESLA", kept.vehicleId() + " " + kept.brand());
      assertFalse(raw().get(0).contains("secret-token"));
    }
  }

  @Test
  void shouldKeepNothingUnlessTold() throws Exception {
    try (StubApi api = StubApi.answering(200, "{\"state\":\"CHARGING\"}");
        TestContext context = context(api, false)) {
      context.poll("tesla-charge", "tesla-1");
      assertEquals(List.of(), raw());
    }
  }

  @Test
  void shouldPollAllTheSameWhenTheDiskTakesNothing() throws Exception {
    Files.writeString(directory.resolve("raw"), "a file in the folder's place");
    try (StubApi api = StubApi.answering(200, "{\"state\":\"CHARGING\"}");
        TestContext context = context(api, true)) {
      MockEndpoint host = context.camel().getEndpoint("mock:host", MockEndpoint.class);
      host.expectedMessageCount(1);
      context.poll("tesla-charge", "tesla-1");
      host.assertIsSatisfied();
    }
  }
}
