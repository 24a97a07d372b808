package io.evcharging.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/** The file that lists the vehicles, {@code vehicles: [{id, brand, sources: […], userId}]}. */
public final class VehiclesFile {

  /** Enough for several hundred thousand vehicles. */
  private static final int MAX_BYTES = 64 * 1024 * 1024;

  private static final YAMLFactory YAML = YAMLFactory.builder().loaderOptions(options()).build();

  private VehiclesFile() {}

  /**
   * Reads and checks a file.
   *
   * @param file UTF-8
   * @return the vehicles in the order of the file, maybe none
   * @throws ConfigurationException with all faults, each with its line
   */
  public static List<PolledVehicle> read(Path file) {
    List<Fault> faults = new ArrayList<>();
    List<PolledVehicle> vehicles = List.of();
    try {
      if (Files.size(file) > MAX_BYTES) {
        faults.add(new Fault("size", Files.size(file) + " bytes", "at most " + MAX_BYTES));
      } else {
        vehicles = parse(file, faults);
      }
    } catch (NoSuchFileException e) {
      faults.add(
          new Fault(
              "the file", file.toString(), "there is none: write it, with vehicles: [] at least"));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String problem = e.getOriginalMessage().lines().findFirst().orElse("");
      faults.add(new Fault("line " + line, problem, "the file must be YAML"));
    } catch (IOException e) {
      faults.add(new Fault("the file", e.toString(), "must be a readable file of UTF-8 text"));
    }
    if (!faults.isEmpty()) {
      throw new ConfigurationException(file.toString(), faults);
    }
    return vehicles;
  }

  /**
   * Whether the file could hold such a vehicle.
   *
   * @return false where one of these could not stand in a URL or a header
   */
  public static boolean takes(String id, String brand, @Nullable String userId) {
    VehicleEntry entry = new VehicleEntry(1, new ArrayList<>());
    entry.id = id;
    entry.brand = brand;
    entry.userId = userId;
    return entry.check(new HashSet<>()) != null;
  }

  private static List<PolledVehicle> parse(Path file, List<Fault> faults) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        YAMLParser parser = YAML.createParser(in)) {
      return new VehiclesParser(parser, faults).parse();
    }
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_BYTES);
    return options;
  }
}
