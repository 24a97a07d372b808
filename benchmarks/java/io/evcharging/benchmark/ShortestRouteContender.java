package io.evcharging.benchmark;

import io.evcharging.http.AsyncHttpClient;
import io.evcharging.http.AsyncHttpComponent;
import io.evcharging.http.HttpBounds;
import io.evcharging.http.HttpReach;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.ManagementStatisticsLevel;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/**
 * The shortest route that does the work: one queue, the client of the routes, the normaliser, an
 * open file. No budget, retry, deadline, suspension, second sink, or memory of what was delivered:
 * what is left is what Camel itself costs.
 */
final class ShortestRouteContender implements Contender {

  private static final String QUEUE = "seda:shortest?size=100000";

  private final Setup setup;
  private final Path folder;
  private final DefaultCamelContext context = new DefaultCamelContext();
  private final AsyncHttpClient client;
  private final ProducerTemplate template;
  private final Semaphore free;
  private volatile @Nullable LineFile file;
  private volatile CountDownLatch left = new CountDownLatch(0);

  ShortestRouteContender(Setup setup, String apiUrl, Path folder) throws Exception {
    this.setup = setup;
    this.folder = folder;
    this.free = new Semaphore(setup.concurrency());
    context
        .getManagementStrategy()
        .getManagementAgent()
        .setStatisticsLevel(ManagementStatisticsLevel.Off);
    client =
        new AsyncHttpClient(
            new HttpBounds(
                1_000_000, Duration.ofSeconds(10), Duration.ofMinutes(1), setup.concurrency()),
            HttpReach.of(context, "http"),
            Clock.systemUTC());
    context.addComponent("evcharging-http", new AsyncHttpComponent(context, client, 8));
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(QUEUE)
                .streamCache("false")
                .process(ShortestRouteContender.this::request)
                .to("evcharging-http:" + apiUrl)
                .process(ShortestRouteContender.this::append);
          }
        });
    context.start();
    template = context.createProducerTemplate();
  }

  private void request(Exchange exchange) throws InterruptedException {
    free.acquire();
    String vehicleId = exchange.getMessage().getBody(String.class);
    exchange.setProperty("vehicle", vehicleId);
    exchange.getMessage().setBody(null);
    exchange.getMessage().setHeader(Exchange.HTTP_PATH, "vehicles/" + vehicleId + "/tesla/charge");
    exchange.getMessage().setHeader("Authorization", "Bearer benchmark");
    exchange.getMessage().setHeader("SC-Unit-System", "metric");
  }

  private void append(Exchange exchange) throws IOException {
    free.release();
    byte[] line =
        BareLines.normalised(
            (String) exchange.getProperty("vehicle"),
            name -> (String) exchange.getMessage().getHeader(name),
            (byte[]) exchange.getMessage().getBody());
    Objects.requireNonNull(file).append(line);
    left.countDown();
  }

  @Override
  public String name() {
    return "the shortest Camel route";
  }

  @Override
  public void pollAll() throws Exception {
    left = new CountDownLatch(setup.vehicles());
    try (LineFile opened = new LineFile(folder)) {
      file = opened;
      for (int number = 0; number < setup.vehicles(); number++) {
        template.sendBody(QUEUE, Setup.vehicleId(number));
      }
      if (!left.await(Setup.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new TimeoutException(left.getCount() + " of " + setup.vehicles() + " are missing");
      }
    }
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public void close() {
    context.stop();
    client.close();
  }
}
