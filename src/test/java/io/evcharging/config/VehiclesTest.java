package io.evcharging.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.source.ChargeSource;
import io.evcharging.testing.LogLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.event.Level;

class VehiclesTest {

  private static final String ONE = "vehicles: [{id: v1, brand: Tesla}]";
  private static final String TWO =
      "vehicles: [{id: v1, brand: Tesla}, {id: v2, brand: Audi, sources: [charge-voltage]}]";
  private static final String BROKEN = "vehicles: [{id: v1}, {brand: Tesla}]";

  private final Path folder;
  private final Path file;
  private final LogLines log = new LogLines();

  VehiclesTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    file = Files.writeString(folder.resolve("vehicles.yaml"), ONE);
  }

  @Test
  void shouldAnswerByIdAndBySource() throws IOException {
    Files.writeString(file, TWO);
    Vehicles vehicles = open();

    assertEquals(List.of("v1"), ids(vehicles, ChargeSource.TESLA_CHARGE));
    assertEquals(List.of("v2"), ids(vehicles, ChargeSource.CHARGE_VOLTAGE));
    assertEquals(List.of(), ids(vehicles, ChargeSource.AUDI_CHARGE));
    assertEquals("AUDI", vehicles.byId("v2").orElseThrow().vehicle().brand());
    assertTrue(vehicles.byId("v3").isEmpty());
  }

  @Test
  void shouldNotOpenABrokenFile() throws IOException {
    Files.writeString(file, BROKEN);

    assertThrows(ConfigurationException.class, () -> open());
  }

  @Test
  void shouldReadAChangedFileAgain() throws IOException {
    Vehicles vehicles = open();

    Files.writeString(file, TWO);

    assertEquals(2, vehicles.all().size());
    assertEquals(2, log.at(Level.INFO).size());
    assertTrue(log.at(Level.INFO).get(1).endsWith("vehicles.yaml lists 2 vehicles"));
  }

  @Test
  void shouldReadAReplacedFileAgain() throws IOException {
    Vehicles vehicles = open();
    Path edited = Files.writeString(folder.resolve("edited"), ONE.replace("v1", "v7"));
    Files.setLastModifiedTime(edited, Files.getLastModifiedTime(file));

    Files.move(edited, file, StandardCopyOption.REPLACE_EXISTING);

    assertTrue(vehicles.byId("v7").isPresent());
  }

  @Test
  void shouldKeepTheLastGoodListAndReportABrokenEditOnce() throws IOException {
    Vehicles vehicles = open();

    Files.writeString(file, BROKEN);

    assertTrue(vehicles.byId("v1").isPresent());
    assertEquals(1, vehicles.all().size());
    assertEquals(1, log.at(Level.ERROR).size());
    String report = log.at(Level.ERROR).get(0);
    assertTrue(report.contains("line 1, brand") && report.contains("line 1, id"), report);
  }

  @Test
  void shouldReportEveryEditUntilOneIsGood() throws IOException {
    Vehicles vehicles = open();

    Files.writeString(file, BROKEN);
    vehicles.all();
    Files.delete(file);
    vehicles.all();
    vehicles.all();
    assertEquals(2, log.at(Level.ERROR).size());
    Files.writeString(file, TWO);

    assertEquals(2, vehicles.all().size());
    assertEquals(2, log.at(Level.ERROR).size());
  }

  @Test
  void shouldSayThatAnEmptyListPollsNothing() throws IOException {
    Files.writeString(file, "vehicles: []");

    assertEquals(List.of(), open().all());
    assertTrue(log.at(Level.WARN).get(0).endsWith("lists no vehicle: nothing will be polled"));
  }

  private Vehicles open() {
    return new Vehicles(VehiclesConfig.of(file), log.logger());
  }

  private static List<String> ids(Vehicles vehicles, ChargeSource source) {
    return vehicles.forSource(source).stream().map(polled -> polled.vehicle().id()).toList();
  }
}
