package io.evcharging.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.evcharging.EvChargingRoutes;
import io.evcharging.simulator.SmartcarSimulator;
import io.evcharging.simulator.SmartcarSimulatorExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A host that stops its context has back what the module took. */
@ExtendWith(SmartcarSimulatorExtension.class)
class StopTest {

  private static final Path OPEN_FILES = Path.of("/proc/self/fd");

  private final Charging charging = new Charging();

  @Test
  void shouldReleaseThreadsAndFiles(SmartcarSimulator cars, @TempDir Path directory)
      throws Exception {
    assumeTrue(Files.isDirectory(OPEN_FILES), "only Linux lists a process's open files so");
    Properties settings = Host.settings(cars, directory);
    settings.setProperty("evcharging.deliver.sinks", "host,file");
    // Named before it is built: its threads bear the name.
    DefaultCamelContext context = new DefaultCamelContext(false);
    context.getCamelContextExtension().setName("host-that-stops");
    context.build();
    context.getPropertiesComponent().setInitialProperties(settings);
    context.addRoutes(charging);
    context.addRoutes(new EvChargingRoutes());
    context.start();
    charging.assertSeesBothBrands();
    Awaitility.await().until(() -> openFiles(directory).size() >= 5);
    assertTrue(threads(context).size() >= 18, "16 polls, 2 sinks: " + threads(context));

    context.stop();

    assertEquals(Set.of(), openFiles(directory));
    Awaitility.await().untilAsserted(() -> assertEquals(Set.of(), threads(context)));
  }

  /** Camel and Quartz name their threads after the context. */
  private static Set<String> threads(DefaultCamelContext context) {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.contains(context.getName()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Path> openFiles(Path directory) throws IOException {
    try (Stream<Path> descriptors = Files.list(OPEN_FILES)) {
      return descriptors
          .map(StopTest::target)
          .filter(file -> file.startsWith(directory))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Path target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor);
    } catch (NoSuchFileException closedMeanwhile) {
      return descriptor;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
