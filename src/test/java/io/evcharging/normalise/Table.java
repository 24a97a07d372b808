package io.evcharging.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A mapping table: one row per source field, and more for values that are special. */
record Table(String name, List<Row> rows) {

  private static final String HEADER = "field,sample,canonical,expected,finding,rule";

  /**
   * One row.
   *
   * @param expected {@code null} when the sample leaves the canonical field absent
   * @param finding the code of the finding at the canonical field, or {@code ""}
   */
  record Row(
      String table,
      int line,
      String field,
      JsonNode sample,
      String canonical,
      @Nullable JsonNode expected,
      String finding) {

    @Override
    public String toString() {
      return table + ":" + line + " " + field + " = " + sample + " → " + canonical;
    }
  }

  static Table read(String name) throws IOException {
    try (InputStream csv = Table.class.getResourceAsStream("/" + name)) {
      String text = new String(Objects.requireNonNull(csv).readAllBytes(), StandardCharsets.UTF_8);
      List<String> lines = text.lines().toList();
      if (!lines.get(0).equals(HEADER)) {
        throw new IOException(name + " does not begin with " + HEADER);
      }
      List<Row> rows = new ArrayList<>();
      for (int line = 1; line < lines.size(); line++) {
        rows.add(row(name, line + 1, cells(lines.get(line))));
      }
      return new Table(name, rows);
    }
  }

  /** What is missing, and what is too much, against the fields that there are. */
  List<String> faults(Set<String> fields) {
    Set<String> told = rows.stream().map(Row::field).collect(Collectors.toSet());
    List<String> faults = new ArrayList<>();
    for (String field : new TreeSet<>(fields)) {
      if (!told.contains(field)) {
        faults.add(name + " has no row for " + field);
      }
    }
    for (String field : new TreeSet<>(told)) {
      if (!fields.contains(field)) {
        faults.add(name + " has a row for " + field + ", which does not exist");
      }
    }
    return faults;
  }

  private static Row row(String name, int line, List<String> cells) throws IOException {
    if (cells.size() != 6 || cells.get(5).isBlank()) {
      throw new IOException(name + ":" + line + " has not six cells, the last of them a rule");
    }
    JsonNode expected = cells.get(3).isEmpty() ? null : Scenario.JSON.readTree(cells.get(3));
    return new Row(
        name,
        line,
        cells.get(0),
        Scenario.JSON.readTree(cells.get(1)),
        cells.get(2),
        expected,
        cells.get(4));
  }

  /** The cells of a line; a quoted cell may hold commas, and quotes twice. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(line.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
