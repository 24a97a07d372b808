package io.evcharging.state;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** All that lie there: looking for them is what takes the time. */
  static final List<String> NAMES =
      List.of(
          "V1__commands.sql",
          "V2__upstream.sql",
          "V3__budget.sql",
          "V10__cluster.sql",
          "V11__quartz.sql");

  private Scripts() {}

  /**
   * Whether a history has these scripts, unchanged, and no others. Where it cannot be read, as
   * before the first start, the answer is no.
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
    } catch (SQLException noHistory) {
      return false;
    }
  }

  private static Map<String, Integer> packaged() {
    Map<String, Integer> checksums = new HashMap<>();
    NAMES.forEach(name -> checksums.put(name, checksum(name)));
    return checksums;
  }

  /** Flyway's: of the lines without their ends. */
  private static int checksum(String name) {
    CRC32 checksum = new CRC32();
    try (BufferedReader script =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Scripts.class.getResourceAsStream(name), name),
                StandardCharsets.UTF_8))) {
      for (String line = script.readLine(); line != null; line = script.readLine()) {
        checksum.update(line.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (int) checksum.getValue();
  }
}
