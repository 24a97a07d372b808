package io.evcharging.embedding;

import io.evcharging.EvChargingRoutes;
import io.evcharging.simulator.SmartcarSimulator;
import io.evcharging.simulator.SmartcarSimulatorExtension;
import java.nio.file.Path;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SmartcarSimulatorExtension.class)
class CamelMainTest {

  private final Charging charging = new Charging();

  @Test
  void shouldDeliverToAHostsEndpoint(SmartcarSimulator cars, @TempDir Path directory)
      throws Exception {
    Path file =
        Host.file(Host.settings(cars, directory), directory.resolve("application.properties"));
    Main main = new Main();
    main.setPropertyPlaceholderLocations("file:" + file);
    main.configure().addRoutesBuilder(charging);
    main.configure().addRoutesBuilder(new EvChargingRoutes());
    try {
      main.start();

      charging.assertSeesBothBrands();
    } finally {
      main.stop();
    }
  }
}
