package io.evcharging.state;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.sql.DataSource;

/**
 * The scripts that make the tables. At nearly every start they have all been applied, which one
 * query tells; Flyway, which looks for them and reads what it knows of each database, took an
 * eighth of the start.
 */
final class Scripts {

  /** As Flyway names it. */
  static final String FOLDER = "classpath:io/evcharging/state";

  private static final String ENDING = ".sql";

  private Scripts() {}

  /**
   * Whether a history has these scripts, unchanged, and no others. Where it cannot be read, as
   * before the first start, or these cannot be listed, the answer is no.
   *
   * @param history the table that Flyway keeps
   */
  static boolean areAllApplied(DataSource connections, String history) {
    String query =
        "select \"script\", \"checksum\", \"success\" from \"%s\" where \"version\" is not null"
            .formatted(history);
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      Map<String, Integer> applied = new HashMap<>();
      while (rows.next()) {
        if (!rows.getBoolean("success")) {
          return false;
        }
        applied.put(rows.getString("script"), rows.getInt("checksum"));
      }
      return applied.equals(packaged());
    } catch (SQLException | IOException cannotTell) {
      return false;
    }
  }

  private static Map<String, Integer> packaged() throws IOException {
    Map<String, Integer> checksums = new HashMap<>();
    for (String name : names()) {
      checksums.put(name, checksum(name));
    }
    return checksums;
  }

  /**
   * Those beside the first, which is never renamed; none where it lies in neither jar nor folder.
   */
  private static List<String> names() throws IOException {
    URL first = Objects.requireNonNull(Scripts.class.getResource("V1__commands.sql"));
    if (first.openConnection() instanceof JarURLConnection jar) {
      String folder = jar.getEntryName().replaceFirst("[^/]+$", "");
      return jar.getJarFile().stream()
          .map(JarEntry::getName)
          .filter(name -> name.startsWith(folder) && name.endsWith(ENDING))
          .map(name -> name.substring(folder.length()))
          .toList();
    }
    if (!first.getProtocol().equals("file")) {
      return List.of();
    }
    try (Stream<Path> files =
        Files.list(Path.of(URI.create(first.toString())).resolveSibling(""))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .toList();
    }
  }

  /** Flyway's: of the lines without their ends. */
  private static int checksum(String name) throws IOException {
    CRC32 checksum = new CRC32();
    try (BufferedReader script =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Scripts.class.getResourceAsStream(name), name),
                StandardCharsets.UTF_8))) {
      for (String line = script.readLine(); line != null; line = script.readLine()) {
        checksum.update(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return (int) checksum.getValue();
  }
}
