package io.evcharging.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a contender has written: checked outside the time that is measured. */
final class Lines {

  private static final JsonMapper JSON = new JsonMapper();

  private Lines() {}

  /**
   * Checks one line for each vehicle, with the answer that was given about that vehicle; then
   * deletes the files.
   *
   * @throws IllegalStateException when a line is missing, there twice or wrong
   */
  static void takeFrom(Path folder, int vehicles) throws IOException {
    Set<String> seen = new HashSet<>();
    for (Path file : files(folder)) {
      try (Stream<String> lines = Files.lines(file)) {
        lines.forEach(line -> check(line, seen));
      }
      Files.delete(file);
    }
    if (seen.size() != vehicles) {
      throw new IllegalStateException(seen.size() + " lines instead of " + vehicles);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static void check(String line, Set<String> seen) {
    JsonNode json;
    try {
      json = JSON.readTree(line);
    } catch (IOException e) {
      throw new IllegalStateException("not a line of JSON: " + line, e);
    }
    String vehicle = json.at("/vehicle/id").asText();
    String request = json.at("/source/requestId").asText();
    if (!request.equals(Connection.requestId(vehicle)) || !seen.add(vehicle)) {
      throw new IllegalStateException("wrong, or there twice: " + line);
    }
  }
}
