package io.evcharging.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.canonical.Vehicle;
import io.evcharging.source.ChargeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VehiclesFileTest {

  private final Path folder;

  VehiclesFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldReadVehicles() throws IOException {
    List<PolledVehicle> vehicles =
        read(
            """
            vehicles:
              - id: 007
                brand: tesla
              - {id: v.2, brand: Volkswagen, userId: u-1}
              - id: v_3
                brand: AUDI
                sources: [charge-voltage, audi-charge]
              - {id: 1e5, brand: Škoda, sources: []}
            """);

    assertEquals(
        List.of(
            new PolledVehicle(new Vehicle("007", "TESLA"), Set.of(ChargeSource.TESLA_CHARGE), null),
            new PolledVehicle(
                new Vehicle("v.2", "VOLKSWAGEN"), Set.of(ChargeSource.CHARGE_SIGNALS), "u-1"),
            new PolledVehicle(
                new Vehicle("v_3", "AUDI"),
                Set.of(ChargeSource.AUDI_CHARGE, ChargeSource.CHARGE_VOLTAGE),
                null),
            new PolledVehicle(new Vehicle("1e5", "ŠKODA"), Set.of(), null)),
        vehicles);
  }

  @ParameterizedTest
  @ValueSource(strings = {"vehicles: []", "vehicles:", "# none yet\nvehicles: ~\n"})
  void shouldReadAnEmptyList(String text) throws IOException {
    assertEquals(List.of(), read(text));
  }

  @Test
  void shouldNameAllFaultsWithTheirLines() throws IOException {
    ConfigurationException faults =
        faults(
            """
            vehicles:
              - id: a/b
                brand: Tesla
                colour: red
              - brand: Audi
                sources: [tesla-charge, charge-voltag]
              - {id: v1, brand: Tesla}
              - {id: v1, brand: " "}
              - v2
            fleet: 7
            """);

    List<String> lines = faults.getMessage().lines().toList();
    assertTrue(lines.get(0).endsWith("vehicles.yaml has 9 faults:"), lines.get(0));
    assertEquals(
        List.of(
            "line 4",
            "line 2, id",
            "line 5, id",
            "line 5, sources",
            "line 5, sources",
            "line 8, brand",
            "line 8, id",
            "line 9",
            "line 10"),
        faults.faults().stream().map(Fault::where).toList());
    assertEquals("  line 4 = «colour»: only the keys id, brand, sources and userId", lines.get(1));
    assertEquals(
        "  line 5, sources = «tesla-charge»: only a TESLA has it, and this is a AUDI",
        lines.get(4));
    assertTrue(lines.get(5).contains("one of tesla-charge, audi-charge, "), lines.get(5));
    assertTrue(lines.get(5).endsWith("did you mean charge-voltage?"), lines.get(5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "vehicles: [{id: .., brand: Tesla}] | line 1, id",
        "vehicles: [{id: '', brand: Tesla}] | line 1, id",
        "vehicles: [{id: v, brand: Tesla, userId: 'a b'}] | line 1, userId",
        "vehicles: [{id: v, brand: Tesla, sources: tesla-charge}] | line 1",
        "vehicles: [{id: v, brand: Tesla, brand: Audi}] | line 1",
        "vehicles: [{id: {a: b}, brand: Tesla}] | line 1",
        "vehicles: {id: v, brand: Tesla} | line 1",
        "[] | line 1",
        "cars: [] | line 1",
        "vehicles: [ | line 1",
      })
  void shouldRefuse(String text, String where) throws IOException {
    assertEquals(where, faults(text).faults().get(0).where());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "vehicles: []\n---\nvehicles: []\n", "\u0000"})
  void shouldRefuseWhatIsNotOneDocument(String text) throws IOException {
    assertEquals(1, faults(text).faults().size());
  }

  @Test
  void shouldNotFollowAliases() throws IOException {
    ConfigurationException faults =
        faults(
            """
            vehicles:
              - &first {id: v1, brand: &make Tesla}
              - *first
              - {id: v2, brand: *make}
            """);

    assertEquals(
        List.of("line 3", "line 4", "line 4, brand"),
        faults.faults().stream().map(Fault::where).toList());
  }

  @Test
  void shouldRefuseAMissingFileAFolderAndOtherCharacters() throws IOException {
    Path missing = folder.resolve("missing.yaml");
    assertThrows(ConfigurationException.class, () -> VehiclesFile.read(missing));
    assertThrows(ConfigurationException.class, () -> VehiclesFile.read(folder));
    Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'#', (byte) 0xe9, '\n'});
    assertThrows(ConfigurationException.class, () -> VehiclesFile.read(latin));
  }

  @Test
  void shouldRefuseAFileThatIsTooLarge() throws IOException {
    Path large = folder.resolve("vehicles.yaml");
    Files.write(large, new byte[64 * 1024 * 1024 + 1]);

    ConfigurationException faults =
        assertThrows(ConfigurationException.class, () -> VehiclesFile.read(large));

    assertEquals("size", faults.faults().get(0).where());
  }

  @Test
  void shouldReadAHundredThousandVehicles() throws IOException {
    String text =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "  - {id: 36ab27d0-fd9d-4455-823a-" + i + ", brand: Tesla}\n")
            .collect(Collectors.joining("", "vehicles:\n", ""));

    List<PolledVehicle> vehicles = read(text);

    assertEquals(100_000, vehicles.size());
    assertEquals("36ab27d0-fd9d-4455-823a-99999", vehicles.get(99_999).vehicle().id());
    assertNull(vehicles.get(0).userId());
  }

  @Test
  void shouldReadTheExampleInConfig() {
    assertEquals(List.of(), VehiclesFile.read(Path.of("config", "vehicles.yaml")));
  }

  private List<PolledVehicle> read(String text) throws IOException {
    return VehiclesFile.read(Files.writeString(folder.resolve("vehicles.yaml"), text));
  }

  private ConfigurationException faults(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("vehicles.yaml"), text);
    return assertThrows(ConfigurationException.class, () -> VehiclesFile.read(file));
  }
}
