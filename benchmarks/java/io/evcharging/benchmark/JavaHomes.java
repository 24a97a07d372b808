package io.evcharging.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Javas to measure on: those with an archive of classes, and those with an AOT cache. */
final class JavaHomes {

  private static final List<Integer> MEASURED = List.of(17, 25);
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

  private JavaHomes() {}

  /**
   * Those that are named, or this one and what lies beside it: of each version one.
   *
   * @param named separated by commas, or blank
   */
  static List<Path> of(String named) throws IOException {
    if (!named.isBlank()) {
      return Arrays.stream(named.split(",", -1)).map(home -> Path.of(home.strip())).toList();
    }
    Path own = Path.of(System.getProperty("java.home")).toRealPath();
    Map<Integer, Path> found = new TreeMap<>();
    try (Stream<Path> beside = Files.list(own.resolveSibling(""))) {
      for (Path home : beside.sorted().toList()) {
        int version = version(home);
        if (MEASURED.contains(version)) {
          found.putIfAbsent(version, home);
        }
      }
    }
    found.put(Runtime.version().feature(), own);
    return List.copyOf(found.values());
  }

  private static int version(Path home) throws IOException {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release) || !Files.isExecutable(home.resolve("bin/java"))) {
      return 0;
    }
    Matcher version = VERSION.matcher(Files.readString(release));
    return version.find() ? Integer.parseInt(version.group(1)) : 0;
  }
}
