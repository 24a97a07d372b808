package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a first run leaves behind so that the next one starts faster, and what may go wrong. */
class StartArchiveIT {

  /** A tenth above what was seen: 12 500 on Java 17, and some more on 25. */
  private static final int MOST_CLASSES = 14_000;

  /** What both leave out: hidden classes and proxies, 370 on Java 17, fewer on 25. */
  private static final int MOST_CLASSES_OUTSIDE = 420;

  private final Path directory;
  private final Path cache;

  StartArchiveIT(@TempDir Path directory) {
    this.directory = directory;
    this.cache = directory.resolve("cache");
  }

  @Test
  void shouldUseWhatTheFirstRunHasLearnt() throws Exception {
    runOnce();
    assertEquals(1, files(".new").size());

    Path loaded = directory.resolve("loaded.txt");
    helps(Map.of("JAVA_OPTS", "-Xlog:class+load:file=" + loaded));

    assertEquals(List.of(), files(".new"));
    assertTrue(
        Files.readString(loaded).contains("io.evcharging.standalone.EvCharging source: shared"));
  }

  /**
   * What does not depend on the machine: a class that is not in the archive is read, checked and
   * linked at each start, and each class, in it or not, is loaded.
   */
  @Test
  void shouldFindNearlyEveryClassOfAStartInTheArchive() throws Exception {
    runOnce();
    Path loaded = directory.resolve("loaded.txt");
    Map<String, String> logged = Map.of("JAVA_OPTS", "-Xlog:class+load:file=" + loaded);
    helps(Map.of());
    runOnce(with(logged));

    List<String> classes = Files.readAllLines(loaded);
    long outside = classes.stream().filter(line -> !line.contains("source: shared")).count();
    assertTrue(outside < MOST_CLASSES_OUTSIDE, () -> outside + " classes are not in the archive");
    assertTrue(classes.size() < MOST_CLASSES, () -> classes.size() + " classes");
  }

  @Test
  void shouldStartAllTheSameWithAnArchiveThatWasCutShort() throws Exception {
    runOnce();
    Path whole = files(".new").get(0);
    byte[] bytes = Files.readAllBytes(whole);
    Files.delete(whole);
    Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));

    assertFalse(helps(Map.of()).contains("warning"));

    assertEquals(List.of(whole), files(""));
  }

  @Test
  void shouldStartWhereNothingCanBeKept() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "no folder");
    runOnce(Map.of("EVCHARGING_CACHE", file.toString()));
    runOnce(Map.of("EVCHARGING_CACHE", ""));

    assertFalse(Files.exists(cache));
  }

  private void runOnce() throws Exception {
    runOnce(Map.of("EVCHARGING_CACHE", cache.toString()));
  }

  private void runOnce(Map<String, String> environment) throws Exception {
    Path vehicles = Files.writeString(directory.resolve("vehicles.yaml"), "vehicles: []");
    List<String> run =
        List.of(
            "run",
            "-Devcharging.vehicles=" + vehicles,
            "-Devcharging.data-directory=" + directory.resolve("data"),
            "-Devcharging.smartcar.access-token=some-token",
            "-Devcharging.deliver.sinks=file",
            "-Devcharging.http.port=0",
            "-Devcharging.jms.embedded-port=0");
    try (Program program = Program.start(environment, run)) {
      program.awaitOutput("running:");
      program.terminate();
      program.exitCode();
      assertFalse(program.output().contains("[warning]"), program::output);
    }
  }

  private Map<String, String> with(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("EVCHARGING_CACHE", cache.toString());
    return all;
  }

  private String helps(Map<String, String> environment) throws Exception {
    try (Program program = Program.start(with(environment), List.of("--help"))) {
      assertEquals(0, program.exitCode(), program::output);
      return program.output();
    }
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }
}
