package io.evcharging.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Counts what came out of each sink. An observation is printed as one line when it has come out of
 * all of them, or when one of them is late.
 */
final class DemoBoard {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final LongSupplier undelivered;
  private final InstantSource clock;
  private final PrintWriter out;
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Map<String, Arrival> arrivals = new HashMap<>();

  /**
   * Begins at 0.
   *
   * @param sinks their names, in the order in which they are printed
   * @param undelivered how many could not be delivered
   */
  DemoBoard(List<String> sinks, LongSupplier undelivered, InstantSource clock, PrintWriter out) {
    this.undelivered = undelivered;
    this.clock = clock;
    this.out = out;
    sinks.forEach(sink -> counts.put(sink, 0));
  }

  /** A sink has delivered this canonical observation, in JSON. */
  synchronized void arrived(String sink, byte[] observation) {
    JsonNode json = parse(observation);
    counts.merge(sink, 1, Integer::sum);
    Arrival arrival =
        arrivals.computeIfAbsent(
            json.path("id").asText(), id -> new Arrival(json, clock.instant(), new TreeSet<>()));
    arrival.sinks.add(sink);
    if (arrival.sinks.containsAll(counts.keySet())) {
      arrivals.remove(json.path("id").asText());
      print(arrival);
    }
    notifyAll();
  }

  /** Prints those for which no more sinks are waited for. */
  synchronized void printLate() {
    Instant patient = clock.instant().minus(PATIENCE);
    List<Arrival> late =
        arrivals.values().stream().filter(arrival -> arrival.first.isBefore(patient)).toList();
    arrivals.values().removeAll(late);
    late.forEach(this::print);
  }

  private void print(Arrival arrival) {
    String sinks =
        counts.keySet().stream().filter(arrival.sinks::contains).collect(Collectors.joining(" "));
    out.println(DemoLine.of(arrival.observation, clock.instant()) + " -> " + sinks);
    out.flush();
  }

  synchronized void printSummary(String when) {
    String sinks =
        counts.entrySet().stream()
            .map(sink -> sink.getKey() + " " + sink.getValue())
            .collect(Collectors.joining(", "));
    out.printf("%s: %s; undelivered %d%n", when, sinks, undelivered.getAsLong());
    out.flush();
  }

  /**
   * Waits until every sink has delivered as many as the others.
   *
   * @return whether they have
   */
  synchronized boolean awaitEqual(Duration atMost) throws InterruptedException {
    Instant end = clock.instant().plus(atMost);
    while (!equal() && clock.instant().isBefore(end)) {
      wait(Math.max(1, Duration.between(clock.instant(), end).toMillis()));
    }
    return equal();
  }

  private boolean equal() {
    return Set.copyOf(counts.values()).size() == 1;
  }

  private static JsonNode parse(byte[] observation) {
    try {
      return JSON.readTree(observation);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Arrival(JsonNode observation, Instant first, Set<String> sinks) {}
}
