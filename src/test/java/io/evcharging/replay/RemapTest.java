package io.evcharging.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.archive.RawArchive;
import io.evcharging.canonical.Vehicle;
import io.evcharging.config.RawArchiveConfig;
import io.evcharging.normalise.Answer;
import io.evcharging.normalise.Normaliser;
import io.evcharging.simulator.SimulatorClock;
import io.evcharging.source.ChargeSource;
import io.evcharging.source.smartcar.SmartcarHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemapTest {

  private static final Instant DAY = Instant.parse("2026-11-20T08:00:00Z");
  private static final String TESLA = "{\"state\":\"CHARGING\",\"socLimit\":0.80,\"amperage\":%d}";
  private static final String PLACES =
      """
      {"data":[
       {"attributes":{"code":"charge-chargelimits","status":{"value":"SUCCESS"},"body":{"activeLimit":80,"unit":"percent",
         "values":[{"type":"LOCATION","limit":70,"condition":{"name":"Home sweet","address":"Elm Street 1","latitude":52.520008,"longitude":13.404954}}]}}},
       {"attributes":{"code":"charge-chargerecords","status":{"value":"SUCCESS"},"body":{"values":[
         {"id":"s1","startTime":"2026-11-19T08:00:00Z","location":{"name":"Work hard","nested":{"chargingAddress":"Oak Street 2"}},
           "siteName":"Inn Park","spot":"48.13791, 11.57549","spots":["48.13791,11.57549"]}]}}},
       {"attributes":{"code":"location-preciselocation","status":{"value":"SUCCESS"},"body":{"x":48.137154,"value":"Munich"}}},
       {"id":"vehicleidentification-vin","attributes":{"status":{"value":"SUCCESS"},"body":{"value":"WVWZZZ1"}}}]}""";
  private static final String OTHER_SIGNAL =
      """
      {"data":[
       {"attributes":{"code":"charge-voltage","status":{"value":"SUCCESS"},"body":{"value":%d,"unit":"volts"}},
         "meta":{"oemUpdatedAt":"2026-11-20T07:00:00Z"}},
       {"attributes":{"code":"odometer-traveleddistance","status":{"value":"SUCCESS"},"body":{"value":12345,"unit":"km"}},
         "meta":{"oemUpdatedAt":"2026-11-20T07:30:00Z"}}]}""";

  @TempDir Path folder;
  private final SimulatorClock clock = SimulatorClock.at(DAY);
  private final Normaliser normaliser = new Normaliser();
  private final List<String> lines = new ArrayList<>();
  private final List<String> changed = new ArrayList<>();

  private Answer answer(ChargeSource source, String body) {
    SmartcarHeaders headers = new SmartcarHeaders("2026-11-20T07:59:00Z", null, "metric", "r-1");
    String brand = source == ChargeSource.TESLA_CHARGE ? "TESLA" : "KIA";
    return new Answer(
        new Vehicle("v", brand),
        source,
        headers,
        clock.instant(),
        List.of(body.getBytes(StandardCharsets.UTF_8)));
  }

  private void archive(Answer answer) throws IOException {
    RawArchiveConfig config =
        new RawArchiveConfig(true, folder.resolve("raw"), 1 << 20, Duration.ofDays(2));
    RawArchive archive = new RawArchive(config, clock);
    Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    exchange.getMessage().setBody(answer);
    archive.process(exchange);
    archive.stop();
  }

  private String mapped(Answer answer) {
    return new String(normaliser.normalise(answer).orElseThrow().json(), StandardCharsets.UTF_8);
  }

  private void keep(String observation) throws IOException {
    Path observations = Files.createDirectories(folder.resolve("observations"));
    Files.writeString(
        observations.resolve("observations-2026-11-20.ndjson"),
        observation + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private Remap.Report remap() throws IOException {
    return new Remap(
            folder.resolve("raw"), folder.resolve("observations"), lines::add, changed::add)
        .run(new Selection(Instant.EPOCH, Instant.MAX, Set.of()));
  }

  private String raw() throws IOException {
    StringBuilder all = new StringBuilder();
    try (var files = Files.list(folder.resolve("raw"))) {
      for (Path file : files.sorted().toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  @Test
  void shouldFindNothingDifferentWhereNothingIs() throws IOException {
    Answer answer = answer(ChargeSource.TESLA_CHARGE, TESLA.formatted(16));
    archive(answer);
    keep(mapped(answer));
    assertEquals(new Remap.Report(1, 1, 0, 0, 0, 0, 0, Map.of()), remap());
    assertEquals(List.of(), changed);
  }

  @Test
  void shouldShowFieldByFieldWhatWouldBeDifferent() throws IOException {
    Answer answer = answer(ChargeSource.TESLA_CHARGE, TESLA.formatted(16));
    archive(answer);
    String now = mapped(answer);
    keep(
        now.replace("\"currentAmps\":16", "\"currentAmps\":160").replace("\"charging\":true,", ""));
    Remap.Report report = remap();
    assertEquals(Map.of("electrical.currentAmps", 1L, "status.charging", 1L), report.byField());
    assertEquals("  electrical.currentAmps: 160 -> 16", lines.get(1));
    assertEquals("  status.charging: (absent) -> true", lines.get(2));
    assertEquals(List.of(now), changed);
  }

  @Test
  void shouldCompareAReadingThatCameAgainOnce() throws IOException {
    Answer first = answer(ChargeSource.TESLA_CHARGE, TESLA.formatted(16));
    archive(first);
    keep(mapped(first));
    clock.advance(Duration.ofMinutes(10));
    archive(answer(ChargeSource.TESLA_CHARGE, TESLA.formatted(16)));
    assertEquals(new Remap.Report(2, 1, 0, 1, 0, 0, 0, Map.of()), remap());
  }

  @Test
  void shouldKeepNoPlaceAndNotMissItWhenComparing() throws IOException {
    Answer answer = answer(ChargeSource.CHARGE_SIGNALS, PLACES);
    archive(answer);
    String kept = raw();
    for (String secret :
        List.of(
            "Home",
            "Elm",
            "52.5",
            "13.4",
            "Work",
            "Oak",
            "Inn Park",
            "11.5",
            "48.1",
            "Munich",
            "WVW")) {
      assertFalse(kept.contains(secret), secret);
    }
    String before = mapped(answer);
    assertTrue(before.contains("Elm Street"), before);
    keep(before);
    Remap.Report report = remap();
    assertEquals(Set.of(), report.byField().keySet(), lines.toString());
    keep(before.replace("\"activePercent\":80", "\"activePercent\":8"));
    assertEquals(1, remap().withPlaces());
    assertEquals(List.of(), changed);
  }

  @Test
  void shouldNotMissTheBodyOfAnotherSignalNorWriteAnObservationWithoutIt() throws IOException {
    Answer answer = answer(ChargeSource.CHARGE_SIGNALS, OTHER_SIGNAL.formatted(230));
    archive(answer);
    assertFalse(raw().contains("12345"));
    String before = mapped(answer);
    keep(before);
    assertEquals(new Remap.Report(1, 1, 0, 0, 0, 0, 0, Map.of()), remap(), lines.toString());
    keep(before.replace("\"voltageVolts\":230", "\"voltageVolts\":23"));
    assertEquals(Map.of("electrical.voltageVolts", 1L), remap().byField());
    assertEquals(List.of(), changed);
  }

  @Test
  void shouldKeepOfWhatIsNoJsonOnlyItsSizeAndItsHash() throws IOException {
    archive(answer(ChargeSource.TESLA_CHARGE, "{\"address\":\"Elm Street"));
    keep(mapped(answer(ChargeSource.TESLA_CHARGE, TESLA.formatted(1))));
    assertFalse(raw().contains("Elm"), raw());
    assertTrue(raw().contains("\"unreadable\":[{\"bytes\":22,\"sha256\":\""), raw());
    assertEquals(1, remap().notMapped());
  }

  @Test
  void shouldKeepNumbersAsTheyCame() throws IOException {
    archive(answer(ChargeSource.TESLA_CHARGE, TESLA.formatted(16)));
    assertTrue(raw().contains("\"socLimit\":0.80"), raw());
  }

  @Test
  void shouldStayWithinItsBounds() throws IOException {
    String large = "{\"state\":\"CHARGING\",\"x\":\"" + "y".repeat(40_000) + "\"}";
    for (int time = 0; time < 60; time++) {
      archive(answer(ChargeSource.TESLA_CHARGE, large));
    }
    long bytes = raw().length();
    assertTrue(bytes <= 1 << 20 && bytes > 800_000, "" + bytes);
    clock.advance(Duration.ofDays(4));
    archive(answer(ChargeSource.TESLA_CHARGE, TESLA.formatted(16)));
    assertTrue(raw().length() < 1000, "" + raw().length());
  }
}
