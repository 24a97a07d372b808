package io.evcharging.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an observation costs on its way through the routes, by what no machine changes much. */
class RoutesCostTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Setup SETUP = new Setup(500, 1, Duration.ZERO, 8, Duration.ZERO);

  /** The poll, and what the channels and queues to one sink make of its observation. */
  private static final int EXCHANGES = 3;

  /** A quarter above what was measured. */
  private static final long MOST_BYTES = 53_000;

  private static final int MOST_ROUNDS = 40;

  private final LongAdder exchanges = new LongAdder();

  @Test
  void shouldMakeNoMoreExchangesAndAllocateNoMoreForAnObservation(@TempDir Path directory)
      throws Exception {
    DefaultCamelContext context = new DefaultCamelContext();
    context.getManagementStrategy().addEventNotifier(new CountsExchanges());
    try (ServerProcess server = new ServerProcess(Duration.ZERO);
        RoutesContender routes =
            new RoutesContender(
                context, Way.ASYNC, SETUP, server.apiUrl(), directory.resolve("routes"))) {
      routes.pollAll();
      long before = exchanges.sum();
      long least = Long.MAX_VALUE;
      int rounds = 0;
      while (rounds++ < MOST_ROUNDS && least > MOST_BYTES) {
        least = Math.min(least, bytesEach(routes));
      }
      long bytes = least;
      assertEquals(EXCHANGES, (exchanges.sum() - before) / (rounds - 1) / SETUP.vehicles());
      assertTrue(bytes <= MOST_BYTES, () -> bytes + " bytes instead of " + MOST_BYTES);
    }
  }

  private static long bytesEach(RoutesContender routes) throws Exception {
    long before = allocated();
    routes.pollAll();
    return (allocated() - before) / SETUP.vehicles();
  }

  private static long allocated() {
    long[] threads = THREADS.getAllThreadIds();
    return Arrays.stream(THREADS.getThreadAllocatedBytes(threads)).filter(it -> it > 0).sum();
  }

  private final class CountsExchanges extends EventNotifierSupport {

    @Override
    public boolean isEnabled(CamelEvent event) {
      return event instanceof CamelEvent.ExchangeCreatedEvent;
    }

    @Override
    public void notify(CamelEvent event) {
      exchanges.increment();
    }
  }
}
