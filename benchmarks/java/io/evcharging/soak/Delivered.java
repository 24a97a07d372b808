package io.evcharging.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What has arrived at the two sinks that can be counted.
 *
 * @param observations of which at least one sink knows
 * @param doubled lines of the file sink beyond the first of an id
 * @param lostByFile that only the receiver has
 * @param lostByRest that only the files have
 * @param torn lines that are no observation
 */
record Delivered(int observations, int doubled, int lostByFile, int lostByRest, int torn) {

  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

  static Delivered compare(Path folder, Set<String> received) throws IOException {
    Map<String, Integer> lines = new HashMap<>();
    int torn = 0;
    for (Path file : files(folder)) {
      try (Stream<String> observations = Files.lines(file)) {
        for (String line : (Iterable<String>) observations::iterator) {
          Matcher id = ID.matcher(line);
          if (id.find() && line.endsWith("}")) {
            lines.merge(id.group(1), 1, Integer::sum);
          } else {
            torn++;
          }
        }
      }
    }
    Set<String> all = new HashSet<>(received);
    all.addAll(lines.keySet());
    int total = lines.values().stream().mapToInt(Integer::intValue).sum();
    return new Delivered(
        all.size(),
        total - lines.size(),
        all.size() - lines.size(),
        all.size() - received.size(),
        torn);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".ndjson")).sorted().toList();
    }
  }

  boolean complete() {
    return observations > 0 && lostByFile + lostByRest + torn == 0;
  }
}
