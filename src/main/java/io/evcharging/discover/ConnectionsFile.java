package io.evcharging.discover;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evcharging.config.VehiclesFile;
import io.evcharging.source.smartcar.Connections.Connection;
import io.evcharging.state.AtomicFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The list that was discovered last, in the form of the vehicles file: whoever reads that reads
 * this. Its first line says when it was read.
 */
final class ConnectionsFile {

  private static final String FIRST_LINE =
      "# The application's connections, read at %s. Written by evcharging: edits are lost.\n";
  private static final Pattern READ_AT = Pattern.compile("# .* read at (\\S+)\\. .*");
  private static final JsonMapper JSON =
      JsonMapper.builder().serializationInclusion(JsonInclude.Include.NON_NULL).build();

  private final Path file;
  private final AtomicFile files = new AtomicFile();

  /** What stands in the file, by the keys of the vehicles file. */
  record Listed(String id, String brand, @Nullable String userId) {

    static Listed of(Connection found) {
      return new Listed(found.vehicleId(), found.make(), found.userId());
    }
  }

  /** The file. */
  record Root(List<Listed> vehicles) {}

  ConnectionsFile(Path file) {
    this.file = file;
  }

  /**
   * Replaces the list. What the vehicles file could not hold is left out: ids become parts of URLs,
   * and users of headers. A vehicle with two owners is polled in the name of the first.
   *
   * @return how many vehicles it has now
   */
  int write(List<Connection> connections, Instant now) throws IOException {
    Map<String, Listed> vehicles = new LinkedHashMap<>();
    for (Connection found : connections) {
      if (VehiclesFile.takes(found.vehicleId(), found.make(), found.userId())) {
        vehicles.putIfAbsent(found.vehicleId(), Listed.of(found));
      }
    }
    Root root = new Root(List.copyOf(vehicles.values()));
    String json = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    String text = FIRST_LINE.formatted(now) + json + "\n";
    write(text);
    return vehicles.size();
  }

  /** What another node has written. */
  void write(String text) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    files.replace(file, text.getBytes(StandardCharsets.UTF_8));
  }

  String text() throws IOException {
    return Files.readString(file);
  }

  /**
   * When the list was read.
   *
   * @return {@code null} when there is none, or it does not say
   */
  @Nullable Instant readAt() {
    if (!Files.exists(file)) {
      return null;
    }
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      Matcher first = READ_AT.matcher(Objects.requireNonNullElse(lines.readLine(), ""));
      return first.matches() ? Instant.parse(first.group(1)) : null;
    } catch (IOException | DateTimeException unreadable) {
      return null;
    }
  }
}
