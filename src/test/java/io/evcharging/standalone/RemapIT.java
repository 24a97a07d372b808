package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code evcharging remap}, and what it writes back through {@code replay}. */
class RemapIT {

  private static final String RAW =
      """
      {"receivedAt":"2026-11-20T08:00:00Z","source":"audi-charge","vehicleId":"v","brand":"AUDI","headers":{"dataAge":"2026-11-20T07:59:00Z"},"pages":[{"wattage":1.5}]}
      """;
  private static final String KEPT =
      """
      {"type":"io.evcharging.observation.v1","id":"8c7e1d2a-7b4f-4b7a-9c55-0d6f4c9b2e10","vehicle":{"id":"v","brand":"AUDI"},"source":{"endpoint":"audi-charge"},"observedAt":"2026-11-20T07:59:00Z","receivedAt":"2026-11-20T08:00:00Z","electrical":{"powerWatts":1.5}}
      """;

  @TempDir Path directory;

  @BeforeEach
  void keep() throws IOException {
    write("data/raw/raw-2026-11-20.ndjson", RAW);
    write("data/observations/observations-2026-11-20.ndjson", KEPT);
  }

  private void write(String file, String text) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private Program program(String... command) throws IOException {
    List<String> args = new ArrayList<>(List.of(command));
    args.add("-Devcharging.data-directory=" + directory.resolve("data"));
    args.add("-Devcharging.deliver.rest.url=http://127.0.0.1:1");
    return Program.start(args.toArray(String[]::new));
  }

  @Test
  void shouldShowADifferenceAndWriteWhatReplayTakes() throws Exception {
    Path fixed = directory.resolve("fixed.ndjson");
    try (Program remap = program("remap", "--from", "2026-11-20", "--write", fixed.toString())) {
      assertEquals(1, remap.exitCode(), remap::output);
      assertTrue(remap.output().contains("electrical.powerWatts: 1.5 -> 1500"), remap::output);
      assertTrue(remap.output().contains("same 0, different 1"), remap::output);
    }
    String in = fixed.toString();
    try (Program replay =
        program("replay", "--from", "2026-11-20", "--sink", "rest", "--in", in, "--dry-run")) {
      assertEquals(0, replay.exitCode(), replay::output);
      assertTrue(replay.output().contains("would send 1"), replay::output);
    }
  }

  @Test
  void shouldSayNothingIsDifferentWhereNothingWasReceived() throws Exception {
    try (Program remap = program("remap", "--from", "2026-11-21")) {
      assertEquals(0, remap.exitCode(), remap::output);
      assertTrue(remap.output().contains("answers 0"), remap::output);
    }
  }
}
