package io.evcharging.benchmark;

import io.evcharging.EvChargingRoutes;
import io.evcharging.deliver.DeliveryOutcomes;
import io.evcharging.poll.PollWatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ManagementStatisticsLevel;
import org.apache.camel.support.DefaultExchange;

/**
 * The module as it is, in a Camel context that it closes, with the sink {@code file}. A round is
 * one tick of the plan: the real planning route runs, with every vehicle of the file due.
 */
final class RoutesContender implements Contender {

  private static final String PLAN = "evcharging-plan-tesla-charge";
  private static final String NEVER = "0 0 0 1 1 ? 2099";

  private final Way way;
  private final Setup setup;
  private final Path directory;
  private final CamelContext context;
  private final DeliveryOutcomes outcomes;
  private final PollWatch watch;

  RoutesContender(CamelContext context, Way way, Setup setup, String apiUrl, Path directory)
      throws Exception {
    this.way = way;
    this.context = context;
    this.setup = setup;
    this.directory = Files.createDirectories(directory);
    context.getPropertiesComponent().setInitialProperties(settings(apiUrl));
    // As the program has it.
    context
        .getManagementStrategy()
        .getManagementAgent()
        .setStatisticsLevel(ManagementStatisticsLevel.Off);
    context.addRoutes(new EvChargingRoutes());
    context.start();
    outcomes =
        context
            .getRegistry()
            .lookupByNameAndType("evchargingDeliveryOutcomes", DeliveryOutcomes.class);
    watch = context.getRegistry().lookupByNameAndType("evchargingPollWatch", PollWatch.class);
  }

  private Properties settings(String apiUrl) throws Exception {
    Path vehicles = directory.resolve("vehicles.yaml");
    Files.writeString(
        vehicles,
        IntStream.range(0, setup.vehicles())
            .mapToObj(number -> "  - {id: " + Setup.vehicleId(number) + ", brand: Tesla}\n")
            .collect(Collectors.joining("", "vehicles:\n", "")));
    Properties settings = new Properties();
    settings.setProperty("evcharging.smartcar.api-url", apiUrl);
    settings.setProperty("evcharging.smartcar.access-token", "benchmark");
    settings.setProperty("evcharging.vehicles", vehicles.toString());
    settings.setProperty("evcharging.data-directory", directory.toString());
    settings.setProperty("evcharging.poll.concurrency", String.valueOf(setup.concurrency()));
    settings.setProperty("evcharging.poll.client", way.client());
    settings.setProperty("evcharging.poll.deadline", "10m");
    if (way.broker() != null) {
      settings.setProperty("evcharging.jms.broker-url", way.broker());
      settings.setProperty("evcharging.observations", "evcharging-jms:topic:observations");
    }
    settings.setProperty("evcharging.poll.tesla-charge.schedule", NEVER);
    settings.setProperty("evcharging.poll.adaptive.enabled", "false");
    settings.setProperty("evcharging.budget.application.capacity", "1000000000");
    settings.setProperty("evcharging.budget.application.refill-per-minute", "1000000000");
    settings.setProperty("evcharging.budget.vehicle.per-month", "1000000000");
    settings.setProperty("evcharging.deliver.sinks", "file");
    // Full after one round, so that a heap that still grows after it is a leak.
    settings.setProperty("evcharging.deliver.repeat-memory", String.valueOf(setup.vehicles()));
    return settings;
  }

  @Override
  public String name() {
    return way.name();
  }

  @Override
  public Path folder() {
    return directory.resolve("observations");
  }

  @Override
  public void pollAll() throws Exception {
    long end = System.nanoTime() + Setup.LIMIT.toNanos();
    long all = outcomes.delivered("file") + setup.vehicles();
    Exchange tick = new DefaultExchange(context);
    context.getRoute(PLAN).getProcessor().process(tick);
    if (tick.getException() != null) {
      throw tick.getException();
    }
    // A vehicle whose poll is not over has no turn at the next tick.
    while (outcomes.delivered("file") < all || watch.underWay() > 0) {
      if (System.nanoTime() > end) {
        throw new TimeoutException(
            (all - outcomes.delivered("file")) + " of " + setup.vehicles() + " are not delivered");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Override
  public void close() {
    context.stop();
  }
}
