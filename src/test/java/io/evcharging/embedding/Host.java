package io.evcharging.embedding;

import io.evcharging.simulator.SmartcarSimulator;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What every host of these tests sets: two simulated cars, polled each second, for its own sink.
 */
final class Host {

  private static final String VEHICLES =
      """
      vehicles:
        - {id: demo-tesla-3, brand: tesla}
        - {id: demo-audi-q4, brand: audi}
      """;

  private Host() {}

  /** The keys, with all files in one folder. */
  static Properties settings(SmartcarSimulator cars, Path directory) throws IOException {
    Path vehicles = Files.writeString(directory.resolve("vehicles.yaml"), VEHICLES);
    Properties settings = new Properties();
    settings.setProperty("evcharging.smartcar.api-url", cars.apiUrl().toString());
    settings.setProperty("evcharging.smartcar.vehicle-url", cars.vehicleUrl().toString());
    settings.setProperty("evcharging.smartcar.access-token", cars.accessToken());
    settings.setProperty("evcharging.vehicles", vehicles.toString());
    settings.setProperty("evcharging.data-directory", directory.resolve("data").toString());
    settings.setProperty("evcharging.poll.tesla-charge.schedule", "* * * * * ?");
    settings.setProperty("evcharging.poll.audi-charge.schedule", "* * * * * ?");
    settings.setProperty("evcharging.deliver.sinks", "host");
    settings.setProperty("evcharging.deliver.host.uri", Charging.URI);
    return settings;
  }

  /** The same as a file. */
  static Path file(Properties settings, Path file) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      settings.store(writer, null);
    }
    return file;
  }
}
