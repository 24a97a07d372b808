package io.evcharging.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.config.EvChargingConfig;
import io.evcharging.config.MapSettings;
import io.evcharging.config.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeysTest {

  private static final Path LIST = Path.of("config", "evcharging.properties");

  @Test
  void shouldListEveryKeyThatIsUsedAndNoOther() {
    List<String> texts =
        Stream.of("routes", "config", "src/main")
            .flatMap(folder -> files(Path.of(folder)))
            .map(KeysTest::read)
            .toList();

    assertTrue(texts.size() > 1, "nothing was read");
    assertEquals("", faults(new Keys(read(LIST), texts, readByJava())));
  }

  @Test
  void shouldUnderstandParametersOfTemplates() {
    Keys keys =
        new Keys(
            """
            ### Two sources, one sink.

            # When a is polled.
            evcharging.poll.a.schedule=1

            # When b is polled:
            # a longer story.
            evcharging.poll.b.schedule = {{evcharging.zone}}

            # Where.
            evcharging.zone=UTC
            # Which.
            evcharging.java=
            """,
            List.of("cron: \"{{evcharging.poll.{{source}}.schedule}}\""),
            Set.of("evcharging.java"));

    assertEquals("", faults(keys));
  }

  @Test
  void shouldBite() {
    Keys keys =
        new Keys(
            """
            # Both of them.
            evcharging.a-b=1
            evcharging.a.b=2

            # Used by nobody.
            evcharging.unused=3

            # Twice.
            evcharging.a.b=4

            ### A heading is no comment.
            evcharging.c=5
            """,
            List.of("{{evcharging.a.b}} {{evcharging.poll.{{source}}.schedule}} {{evcharging.c}}"),
            Set.of("evcharging.java", "evcharging.a-b"));

    assertEquals(
        """
        evcharging.a.b has no comment of its own
        evcharging.a.b is listed twice
        evcharging.c has no comment of its own
        evcharging.java is used and not listed
        evcharging.poll.{{source}}.schedule is used and not listed
        evcharging.unused is listed and not used
        evcharging.a-b and evcharging.a.b are both EVCHARGING_A_B
        """,
        faults(keys));
  }

  /** With every built-in sink listed, so that each asks for what is its own. */
  private static Set<String> readByJava() {
    MapSettings settings =
        MapSettings.valid()
            .with("evcharging.deliver.sinks", "file,jms,rest")
            .with("evcharging.deliver.rest.url", "http://localhost");
    EvChargingConfig.read(settings, Surroundings.unseen(true));
    return settings.asked();
  }

  private static String faults(Keys keys) {
    StringBuilder lines = new StringBuilder();
    keys.faults().forEach(fault -> lines.append(fault).append('\n'));
    return lines.toString();
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
      return files
          .filter(file -> file.toString().matches(".*\\.(yaml|properties|java)"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
