package io.evcharging.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was accepted against what each sink was given: one row of the table for each. */
final class Ledger {

  static final Path TABLE = Path.of("target", "faults.md");

  private final String fault;
  private final int times;
  private final Set<String> accepted;
  private final Map<String, List<Arrival>> sinks = new LinkedHashMap<>();

  Ledger(String fault, int times, Set<String> accepted) {
    this.fault = fault;
    this.times = times;
    this.accepted = accepted;
  }

  Ledger sink(String name, List<Arrival> arrivals) {
    sinks.put(name, List.copyOf(arrivals));
    return this;
  }

  /** Writes the rows down, then demands that nothing was lost, and no line or order broken. */
  void assertNothingLost() throws IOException {
    StringBuilder rows = new StringBuilder();
    sinks.forEach((name, arrivals) -> rows.append(row(name, arrivals)).append('\n'));
    System.out.print(rows);
    Files.writeString(TABLE, rows, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    assertTrue(!accepted.isEmpty(), "nothing was accepted: nothing was shown");
    sinks.forEach(
        (name, arrivals) -> {
          assertEquals(Set.of(), lost(arrivals), fault + ": lost on the way to " + name);
          assertEquals(0, misordered(arrivals), fault + ": out of order at " + name);
        });
    assertEquals(0, doubled("file"), fault + ": lines that came twice");
  }

  private String row(String name, List<Arrival> arrivals) {
    return "| %s | %d | %d | %s | %d | %d | %d | %d |"
        .formatted(
            fault,
            times,
            accepted.size(),
            name,
            ids(arrivals).size(),
            lost(arrivals).size(),
            arrivals.size() - ids(arrivals).size(),
            misordered(arrivals));
  }

  private long doubled(String sink) {
    List<Arrival> arrivals = sinks.getOrDefault(sink, List.of());
    return (long) arrivals.size() - ids(arrivals).size();
  }

  private Set<String> lost(List<Arrival> arrivals) {
    Set<String> lost = new HashSet<>(accepted);
    lost.removeAll(ids(arrivals));
    return lost;
  }

  private static Set<String> ids(List<Arrival> arrivals) {
    Set<String> ids = new HashSet<>();
    arrivals.forEach(arrival -> ids.add(arrival.id()));
    return ids;
  }

  /**
   * Of how many vehicles the first arrivals come in another order than in the order of acceptance.
   */
  private int misordered(List<Arrival> arrivals) {
    Map<String, Set<String>> byVehicle = new HashMap<>();
    arrivals.forEach(
        arrival ->
            byVehicle
                .computeIfAbsent(arrival.vehicle(), vehicle -> new LinkedHashSet<>())
                .add(arrival.id()));
    List<String> order = new ArrayList<>(accepted);
    Map<String, Integer> place = new HashMap<>();
    order.forEach(id -> place.put(id, place.size()));
    return (int) byVehicle.values().stream().filter(ids -> !isSorted(ids, place)).count();
  }

  private static boolean isSorted(Set<String> ids, Map<String, Integer> place) {
    int last = -1;
    for (String id : ids) {
      Integer next = place.get(id);
      if (next != null) {
        if (next < last) {
          return false;
        }
        last = next;
      }
    }
    return true;
  }
}
