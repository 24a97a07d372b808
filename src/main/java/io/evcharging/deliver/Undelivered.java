package io.evcharging.deliver;

import io.evcharging.failure.EvChargingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.BlockingQueue;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.component.seda.SedaEndpoint;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what a sink would not take as a file, {@code <folder>/<sink>/<id>.json}, whole or not at
 * all. Also the exception handler of the sinks' consumers: a delivery that was waiting for its next
 * try when the context stops is thrown out by Camel, past all route configurations.
 */
public final class Undelivered extends RoutePolicySupport implements Processor, ExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Undelivered.class);

  private final Path directory;
  private final DeliveryOutcomes outcomes;

  /**
   * Keeps files.
   *
   * @param directory made when it is needed
   * @param outcomes counts what is kept
   */
  public Undelivered(Path directory, DeliveryOutcomes outcomes) {
    this.directory = directory;
    this.outcomes = outcomes;
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    EvChargingException failure =
        exchange.getProperty(DeliveryRetry.FAILURE, EvChargingException.class);
    keep(
        Delivery.of(exchange),
        failure != null
            ? String.valueOf(failure.getMessage())
            : DeliveryFailures.told(
                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)));
  }

  private void keep(Delivery delivery, String reason) throws IOException {
    outcomes.failed(delivery);
    Path file = directory.resolve(delivery.sink()).resolve(delivery.id() + ".json");
    try {
      write(file, delivery.body());
    } catch (IOException e) {
      LOG.error(
          "lost {}: it is undelivered, and cannot be kept either: {}", delivery, e.toString());
      throw e;
    }
    LOG.warn("undelivered {} reason=\"{}\", kept as a file", delivery, reason);
  }

  private static void write(Path file, byte[] body) throws IOException {
    Files.createDirectories(file.getParent());
    Path part = file.resolveSibling("." + file.getFileName());
    Files.write(part, body);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void handleException(Throwable exception) {
    LOG.warn("a sink's consumer failed: {}", exception.toString());
  }

  @Override
  public void handleException(String message, Throwable exception) {
    handleException(exception);
  }

  @Override
  public void handleException(String message, @Nullable Exchange exchange, Throwable exception) {
    if (exchange == null) {
      handleException(exception);
      return;
    }
    try {
      keep(Delivery.of(exchange), DeliveryFailures.told(exception));
    } catch (IOException alreadyLogged) {
      LOG.debug("not kept", alreadyLogged);
    }
  }

  /** What a slow sink has left in its queue when the time for stopping is over. */
  @Override
  public void onStop(Route route) {
    BlockingQueue<Exchange> queue = ((SedaEndpoint) route.getEndpoint()).getQueue();
    for (Exchange left = queue.poll(); left != null; left = queue.poll()) {
      handleException("stopping", left, new IllegalStateException("stopped before its turn"));
    }
  }
}
