package io.evcharging.embedding;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.evcharging.EvChargingRoutes;
import io.evcharging.simulator.SmartcarSimulator;
import io.evcharging.simulator.SmartcarSimulatorExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SmartcarSimulatorExtension.class)
class PlainCamelTest {

  private final Charging charging = new Charging();

  @Test
  void shouldDeliverToAHostsEndpoint(SmartcarSimulator cars, @TempDir Path directory)
      throws Exception {
    try (DefaultCamelContext context = new DefaultCamelContext()) {
      context.getPropertiesComponent().setInitialProperties(Host.settings(cars, directory));
      context.addRoutes(charging);
      context.addRoutes(new EvChargingRoutes());
      context.start();

      charging.assertSeesBothBrands();
      assertFalse(
          Files.exists(directory.resolve("data").resolve("observations")),
          "the folder of a sink that is not listed");
    }
  }
}
