package io.evcharging.config;

import io.evcharging.source.ChargeSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What would be polled, how often, and where it would go; or every fault. Plain text, no secret.
 *
 * @param lines the report, or the faults
 * @param warnings what is allowed and perhaps not meant; empty where there are faults
 * @param faulty whether nothing could be run
 */
public record CheckReport(List<String> lines, List<String> warnings, boolean faulty) {

  private static final String ROW = "%-32s %-24s %8s %12s";

  /** Keeps copies. */
  public CheckReport {
    lines = List.copyOf(lines);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads the configuration and the vehicles that it names, and reports on both, or all faults of
   * both.
   *
   * @param settings the values in force
   * @param around where it is going to run
   * @param now calls are counted over the 24 hours after it
   * @return never throws for a fault in what is read
   */
  public static CheckReport of(Settings settings, Surroundings around, Instant now) {
    List<ConfigurationException> found = new ArrayList<>();
    EvChargingConfig config = attempt(() -> EvChargingConfig.read(settings, around), found);
    Vehicles vehicles = vehicles(settings, config, found);
    return config == null || vehicles == null
        ? of(found)
        : of(config, vehicles, now).with(CheckWarnings.ofNames(settings.names(), config.deliver()));
  }

  private CheckReport with(List<String> more) {
    List<String> all = new ArrayList<>(warnings);
    all.addAll(more);
    return new CheckReport(lines, all, faulty);
  }

  /** Those of a faulty configuration too, as far as it names them. */
  private static @Nullable Vehicles vehicles(
      Settings settings, @Nullable EvChargingConfig config, List<ConfigurationException> found) {
    if (config != null) {
      return attempt(() -> Vehicles.open(config.vehicles()), found);
    }
    String named = Objects.requireNonNullElse(settings.get(VehiclesConfig.KEY), "");
    Path file = named.equals(VehiclesConfig.CONNECTIONS) ? null : Values.pathOf(named);
    return file == null ? null : attempt(() -> Vehicles.open(file), found);
  }

  private static <T> @Nullable T attempt(Supplier<T> read, List<ConfigurationException> found) {
    try {
      return read.get();
    } catch (ConfigurationException e) {
      found.add(e);
      return null;
    }
  }

  /**
   * Reports on a valid configuration.
   *
   * @param config checked
   * @param vehicles checked
   * @param now calls are counted over the 24 hours after it
   * @return without faults, maybe with warnings
   */
  public static CheckReport of(EvChargingConfig config, Vehicles vehicles, Instant now) {
    CallPlan plan = new CallPlan(config.poll(), vehicles.all(), now);
    List<String> lines = new ArrayList<>();
    lines.add(config.vehicles().file() + " lists " + vehicles.all().size() + " vehicles.");
    lines.add("");
    lines.addAll(sources(config.poll(), plan));
    lines.add("");
    lines.addAll(budget(config));
    lines.add("");
    lines.addAll(sinks(config));
    lines.addAll(shared(config));
    return new CheckReport(lines, CheckWarnings.of(config, vehicles.all(), plan), false);
  }

  /**
   * Reports faults.
   *
   * @param found at least one
   * @return all their lines
   */
  public static CheckReport of(List<ConfigurationException> found) {
    List<String> lines = found.stream().flatMap(fault -> fault.getMessage().lines()).toList();
    return new CheckReport(lines, List.of(), true);
  }

  private static List<String> sources(PollConfig poll, CallPlan plan) {
    List<String> lines = new ArrayList<>();
    lines.add(
        ROW.formatted("Source", "Schedule (" + poll.timeZone() + ")", "Vehicles", "Calls a day"));
    poll.sources()
        .forEach(
            (source, config) -> {
              String schedule = config.enabled() ? config.schedule() : "off";
              if (config.enabled() || plan.vehicles(source) > 0) {
                lines.add(
                    row(source.id(), schedule, plan.vehicles(source), plan.callsADay(source)));
              }
            });
    lines.add(row("Sum", "", "", plan.callsADay()));
    plan.mostAsked()
        .ifPresent(
            most ->
                lines.add(
                    plan.callsInAMonth(most)
                        + " calls in 30 days for the vehicle that is asked most, "
                        + most.vehicle().id()
                        + "."));
    lines.add("Off, and no vehicle has them: " + unused(poll, plan));
    return lines;
  }

  private static List<String> budget(EvChargingConfig config) {
    BudgetConfig budget = config.budget();
    String how =
        config.poll().adaptive().enabled()
            ? "Calls are those of a usual day: 4 hours of charging, 6 more at a charger, 14 elsewhere."
            : "Calls are those of all ticks: adaptive polling is off.";
    String limits =
        "The budget leaves polls %d calls a day for all vehicles, %d at once, and %d a month for each; %d %% are kept for commands."
            .formatted(
                budget.pollsPerDay(),
                budget.capacity() - budget.keptForCommands(),
                budget.pollsPerMonth(),
                budget.commandShare());
    return List.of(how, limits);
  }

  private static String row(Object source, String schedule, Object vehicles, long calls) {
    return ROW.formatted(source, schedule, vehicles, calls);
  }

  private static String unused(PollConfig poll, CallPlan plan) {
    String names =
        Arrays.stream(ChargeSource.values())
            .filter(source -> !poll.enabled(source) && plan.vehicles(source) == 0)
            .map(ChargeSource::id)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "none" : names;
  }

  /** Nothing where it is all in one process. */
  private static List<String> shared(EvChargingConfig config) {
    String url = config.state().url();
    if (url == null) {
      return List.of();
    }
    String tables = "Tables: " + Redacted.uri(url);
    return config.cluster().enabled()
        ? List.of(
            tables, "One of many nodes, at the broker " + Redacted.uri(config.jms().brokerUrl()))
        : List.of(tables);
  }

  private static List<String> sinks(EvChargingConfig config) {
    return config.deliver().sinks().stream()
        .map(sink -> "Sink %s: %s".formatted(sink.name(), goal(sink, config)))
        .toList();
  }

  /** Where a sink of ours ends; of another, its endpoint. */
  private static String goal(SinkConfig sink, EvChargingConfig config) {
    DeliverConfig deliver = config.deliver();
    String uri = Redacted.uri(sink.uri());
    if (!sink.uri().equals("direct:evcharging-deliver-" + sink.name())) {
      return uri;
    }
    return switch (sink.name()) {
      case "file" -> deliver.file().directory() + "/*.ndjson";
      case "jms" -> deliver.jms().destination() + " at " + broker(config.jms());
      case "rest" -> "POST " + Redacted.uri(String.valueOf(deliver.rest().url()));
      default -> uri;
    };
  }

  private static String broker(JmsConfig jms) {
    return jms.embedded()
        ? "the embedded broker, port " + jms.embeddedPort()
        : Redacted.uri(jms.brokerUrl());
  }
}
