package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.config.Defaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The environment's place above all this is shown by {@link DistributionIT}. */
class RunnerSettingsTest {

  private static final String KEY = "evcharging.http.port";

  private final Path directory;

  RunnerSettingsTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @AfterEach
  void clear() {
    System.clearProperty(KEY);
  }

  @Test
  void shouldTakeThePackagedDefaultLast() throws IOException {
    assertEquals(Defaults.load().get(KEY), value("", Map.of()));
  }

  @Test
  void shouldPreferTheFileToTheDefault() throws IOException {
    assertEquals("1", value(KEY + "=1", Map.of()));
  }

  @Test
  void shouldPreferTheSystemPropertyToTheFile() throws IOException {
    System.setProperty(KEY, "2");
    assertEquals("2", value(KEY + "=1", Map.of()));
  }

  @Test
  void shouldPreferWhatIsSettledToEverything() throws IOException {
    System.setProperty(KEY, "2");
    assertEquals("3", value(KEY + "=1", Map.of(KEY, "3")));
  }

  @Test
  void shouldListNamesFromTheFileAndTheSystemProperties() throws IOException {
    System.setProperty(KEY, "2");
    try (RunnerSettings settings = settings("evcharging.mispelt=1", Map.of())) {
      assertTrue(settings.names().contains("evcharging.mispelt"));
      assertTrue(settings.names().contains(KEY));
    }
  }

  private @Nullable String value(String file, Map<String, String> settled) throws IOException {
    try (RunnerSettings settings = settings(file, settled)) {
      return settings.get(KEY);
    }
  }

  private RunnerSettings settings(String file, Map<String, String> settled) throws IOException {
    Path written = Files.writeString(directory.resolve("some.properties"), file);
    return RunnerSettings.of("file:" + written, settled);
  }
}
