package io.evcharging.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckReportTest {

  private static final Instant NOW = Instant.parse("2026-11-20T08:15:00Z");

  private final Path folder;
  private final MapSettings settings;

  CheckReportTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    settings =
        MapSettings.valid().with("evcharging.vehicles", folder.resolve("vehicles.yaml").toString());
    vehicles(
        "{id: t1, brand: Tesla}",
        "{id: t2, brand: Tesla}",
        "{id: v1, brand: Volkswagen, userId: u1}",
        "{id: a1, brand: Audi, sources: [audi-charge, charge-voltage]}");
  }

  @Test
  void shouldSayWhatWouldBePolledAndHowOften() {
    CheckReport report = report();

    assertEquals(List.of(), report.warnings());
    assertFalse(report.faulty());
    assertEquals(
        """
        lists 4 vehicles.

        Source                           Schedule (UTC)           Vehicles  Calls a day
        tesla-charge                     0 5/30 * * * ?                  2           30
        audi-charge                      0 15/30 * * * ?                 1           15
        charge-signals                   0 25/30 * * * ?                 1           15
        charge-voltage                   off                             1            0
        Sum                                                                          60
        450 calls in 30 days for the vehicle that is asked most, t1.
        """,
        report.lines().stream()
            .limit(9)
            .map(line -> line.replaceFirst("^.*vehicles.yaml ", "") + "\n")
            .collect(Collectors.joining()));
    assertTrue(report.lines().get(9).startsWith("Off, and no vehicle has them: charge-amperage,"));
  }

  @Test
  void shouldWarnOfKeysOfASinkThatIsNotListed() {
    settings
        .with("evcharging.deliver.sinks", "file,mine")
        .with("evcharging.deliver.mine.uri", "direct:mine")
        .with("evcharging.deliver.mien.retry-for", "1h")
        .with("evcharging.deliver.foo.uri", "direct:foo")
        .with("evcharging.deliver.foo.retry-for", "1h");
    String said =
        "There are keys evcharging.deliver.%1$s.*, but evcharging.deliver.sinks does not list %1$s: it gets nothing";

    assertEquals(
        List.of(said.formatted("foo") + ".", said.formatted("mien") + ", did you mean mine?"),
        report().warnings());
  }

  @ParameterizedTest
  @CsvSource({
    "queue:polls, transacted=true&acceptMessagesWhileStopping=true",
    "queue:polls?transacted=true, acceptMessagesWhileStopping=true",
    "queue:polls?acceptMessagesWhileStopping=true&transacted=false, transacted=true",
    "queue:polls?acceptMessagesWhileStopping=true&transacted=true, ",
  })
  void shouldWarnOfAQueueOfPollsThatLosesThoseOfANode(String queue, @Nullable String lacking) {
    settings
        .with("evcharging.cluster.enabled", "true")
        .with("evcharging.state.url", "jdbc:postgresql://db:5432/evcharging")
        .with("evcharging.jms.broker-url", "tcp://broker:61616")
        .with("evcharging.polls", "evcharging-jms:" + queue);
    String said = String.join("", report().warnings());
    assertEquals(lacking == null, said.isEmpty(), said);
    assertTrue(said.contains("evcharging.polls does not say " + lacking + ":") || said.isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"rw-r-----, 1", "rw----r--, 1", "rw-------, 0", "r--------, 0"})
  void shouldWarnOfRefreshTokensThatOthersCanRead(String mode, int warnings) throws IOException {
    Path tokens = Files.writeString(folder.resolve("refresh-tokens"), "default=a-token");
    Files.setPosixFilePermissions(tokens, PosixFilePermissions.fromString(mode));
    settings
        .with("evcharging.smartcar.v2.auth", "refresh-token")
        .with("evcharging.smartcar.v2.client-id", "id")
        .with("evcharging.smartcar.v2.client-secret", "secret")
        .with("evcharging.smartcar.v2.refresh-tokens-file", tokens.toString());
    List<String> said = report().warnings();
    assertEquals(warnings, said.size(), said::toString);
    assertTrue(said.stream().allMatch(warning -> warning.endsWith("chmod 600 it.")));
  }

  @Test
  void shouldSayWhereObservationsGo() {
    settings
        .with("evcharging.deliver.sinks", "file,jms,rest,mine")
        .with("evcharging.deliver.rest.url", "https://example.org/in?key=s3cr3t")
        .with("evcharging.deliver.mine.uri", "sftp:me:s3cr3t@example.org/in");

    List<String> lines = report().lines();

    assertEquals(
        List.of(
            "Sink file: data/observations/*.ndjson",
            "Sink jms: topic:evcharging.observations at the embedded broker, port 61616",
            "Sink rest: POST https://example.org/in?…",
            "Sink mine: sftp:…@example.org/in"),
        lines.subList(lines.size() - 4, lines.size()));
  }

  @Test
  void shouldCountTheScheduleItself() {
    settings
        .with("evcharging.poll.tesla-charge.schedule", "0 0 9-17 ? * MON-FRI")
        .with("evcharging.poll.time-zone", "Asia/Kolkata");

    // Friday 13:45 in Kolkata: 14, 15, 16 and 17 o'clock are left, and Saturday is none.
    assertTrue(report().lines().get(3).matches("tesla-charge .* 2 +8"), report().lines().get(3));
  }

  @Test
  void shouldWarnAboveTheFreePlanAndAboveTheApplicationsRate() throws IOException {
    settings
        .with("evcharging.poll.adaptive.enabled", "false")
        .with("evcharging.poll.tesla-charge.schedule", "0 * * * * ?");
    vehicles("{id: t1, brand: Tesla}", "{id: t2, brand: Tesla}", "{id: t3, brand: Tesla}");

    assertEquals(
        List.of(
            "Vehicles due more than 450 times in 30 days, which is what"
                + " evcharging.budget.vehicle.per-month leaves to polls: 3 (t1, t2, t3).",
            "4320 calls a day are more than the 2592 that evcharging.budget.application.* leaves to"
                + " polls: the rest waits."),
        report().warnings());
  }

  @Test
  void shouldNotWarnAtTheLimits() throws IOException {
    // 172 vehicles, 15 times a day: 2580 calls, 450 a month for each.
    vehicles(
        IntStream.range(0, 172)
            .mapToObj(i -> "{id: t" + i + ", brand: Tesla}")
            .toArray(String[]::new));

    assertEquals(List.of(), report().warnings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 0 0 1 1 ? 2020", "0 0 0 30 2 ?", "99 * * * * ?", "0 99 * * * ?"})
  void shouldRefuseASchedule(String schedule) throws IOException {
    settings.with("evcharging.poll.tesla-charge.schedule", schedule);
    vehicles("{id: t1, brand: Tesla}");

    assertTrue(report().faulty());
  }

  @Test
  void shouldWarnOfWhatIsHardlyMeant() throws IOException {
    settings
        .with("evcharging.deliver.sinks", "")
        .with("evcharging.poll.audi-charge.schedule", "0 0 0 1 1 ?");
    vehicles(
        "{id: v1, brand: Volkswagen}",
        "{id: v2, brand: Volkswagen, sources: []}",
        "{id: v3, brand: Volkswagen, sources: [charge-voltage]}");

    assertEquals(
        List.of(
            "No sink is listed: what is observed goes nowhere.",
            "audi-charge is on, but its schedule does not fire within a day.",
            "Vehicles not polled: their sources are off or none: 2 (v2, v3).",
            "Vehicles polled for signals without a userId, which Smartcar's v3 API asks for:"
                + " 1 (v1)."),
        report().warnings());
  }

  @Test
  void shouldWarnThatNothingIsPolled() throws IOException {
    vehicles();

    assertEquals(List.of("No vehicle is listed: nothing will be polled."), report().warnings());
  }

  @Test
  void shouldListTheFaultsOfTheConfigurationAndOfTheVehicles() throws IOException {
    settings.with("evcharging.http.port", "x");
    vehicles("{id: v1}");

    CheckReport report = report();

    assertTrue(report.faulty());
    assertTrue(report.lines().get(1).startsWith("  evcharging.http.port = «x»"));
    assertTrue(report.lines().get(3).startsWith("  line 1, brand is not set"));
    assertFalse(report.lines().stream().anyMatch(line -> line.contains("Sink")));
  }

  private CheckReport report() {
    return CheckReport.of(settings, Surroundings.unseen(true), NOW);
  }

  private void vehicles(String... entries) throws IOException {
    Files.writeString(
        folder.resolve("vehicles.yaml"), "vehicles: [" + String.join(", ", entries) + "]");
  }
}
