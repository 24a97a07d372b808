package io.evcharging.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import io.evcharging.testing.CsvCells;
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
        rows.add(row(name, line + 1, CsvCells.of(lines.get(line))));
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
}
