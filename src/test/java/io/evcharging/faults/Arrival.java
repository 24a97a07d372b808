package io.evcharging.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One observation that a sink was given.
 *
 * @param id the observation's
 * @param vehicle the vehicle's
 */
record Arrival(String id, String vehicle) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Fails where it is not whole. */
  static Arrival of(byte[] observation) {
    try {
      JsonNode json = JSON.readTree(observation);
      return new Arrival(
          json.required("id").asText(), json.required("vehicle").required("id").asText());
    } catch (IOException torn) {
      throw new UncheckedIOException(torn);
    }
  }

  /** What the sink {@code file} has written, in its order. */
  static List<Arrival> inFiles(Path directory) throws IOException {
    List<Arrival> arrivals = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.sorted().toList()) {
          String text = Files.readString(file);
          String whole = text.substring(0, text.lastIndexOf('\n') + 1);
          whole
              .lines()
              .map(line -> of(line.getBytes(StandardCharsets.UTF_8)))
              .forEach(arrivals::add);
        }
      }
    }
    return arrivals;
  }
}
