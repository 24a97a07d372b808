package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.simulator.DemoFleet;
import io.evcharging.simulator.SmartcarSimulator;
import io.evcharging.testing.StubApi;
import jakarta.jms.JMSContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code evcharging replay} as a process, beside a program that runs and without one. */
class ReplayIT {

  private final Path directory;
  private final List<String> common = new ArrayList<>();

  ReplayIT(@TempDir Path directory) {
    this.directory = directory;
  }

  @BeforeEach
  void configure() throws IOException {
    Path vehicles = directory.resolve("vehicles.yaml");
    Files.writeString(vehicles, DemoFleet.vehiclesYaml());
    set("vehicles", vehicles);
    set("data-directory", directory.resolve("data"));
  }

  private void set(String key, Object value) {
    common.add("-Devcharging." + key + "=" + value);
  }

  private Program replay(String... options) throws IOException {
    List<String> args = new ArrayList<>(List.of("replay", "--from", "2020-01-01"));
    args.addAll(List.of(options));
    args.addAll(common);
    return Program.start(args.toArray(String[]::new));
  }

  @Test
  void shouldSendTheSameOnceMoreWhileTheProgramRuns() throws Exception {
    set("jms.embedded-port", Ports.claim("", EmbeddedBroker.HOST, 0));
    try (SmartcarSimulator simulator = SmartcarSimulator.builder().build().start();
        StubApi receiver = StubApi.answering(204, "")) {
      set("deliver.rest.url", receiver.origin());
      try (Program program = run(simulator)) {
        program.awaitOutput("running");
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> kept().size() >= 3);
        String first = kept().get(0);
        try (Program replay = replay("--sink", "rest", "--rate", "1000")) {
          assertEquals(0, replay.exitCode(), replay::output);
          assertTrue(replay.output().contains("delivered "), replay::output);
        }
        StubApi.Request posted = receiver.requests().get(0);
        assertEquals(first, posted.body());
        assertTrue(first.contains("\"id\":\"" + posted.header("ce-id") + "\""), first);
        assertEquals("application/json", posted.header("Content-Type"));
      }
    }
  }

  @Test
  void shouldReachTheBrokerOfTheProgramThatRunsAtAnyPort() throws Exception {
    set("jms.embedded-port", 0);
    set("deliver.jms.destination", "queue:again");
    try (SmartcarSimulator simulator = SmartcarSimulator.builder().build().start();
        Program program = run(simulator)) {
      program.awaitOutput("running");
      Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> kept().size() >= 3);
      try (Program replay = replay("--sink", "jms", "--rate", "1000")) {
        assertEquals(0, replay.exitCode(), replay::output);
      }
      Path announced = directory.resolve("data/broker/url");
      assertTrue(receive(Files.readString(announced), "evchargingBrand = 'TESLA'") != null);
      Files.delete(announced);
      try (Program replay = replay("--sink", "jms")) {
        assertEquals(1, replay.exitCode(), replay::output);
        assertTrue(replay.output().contains("has any free port"), replay::output);
      }
    }
  }

  private Program run(SmartcarSimulator simulator) throws IOException {
    List<String> args = new ArrayList<>(List.of("run"));
    args.addAll(common);
    args.add("-Devcharging.http.port=0");
    args.add("-Devcharging.deliver.sinks=file");
    args.add("-Devcharging.smartcar.api-url=" + simulator.apiUrl());
    args.add("-Devcharging.smartcar.vehicle-url=" + simulator.vehicleUrl());
    args.add("-Devcharging.smartcar.access-token=" + simulator.accessToken());
    args.add("-Devcharging.poll.tesla-charge.schedule=* * * * * ?");
    return Program.start(args.toArray(String[]::new));
  }

  private List<String> kept() throws IOException {
    List<String> lines = new ArrayList<>();
    Path folder = directory.resolve("data/observations");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          lines.addAll(Files.readAllLines(file));
        }
      }
    }
    return lines;
  }

  private void keep() throws IOException {
    Path folder = Files.createDirectories(directory.resolve("data/observations"));
    Files.writeString(
        folder.resolve("observations-2026-11-20.ndjson"),
        """
        {"type":"io.evcharging.observation.v1","id":"8c7e1d2a-7b4f-4b7a-9c55-0d6f4c9b2e10","vehicle":{"id":"v","brand":"KIA"},"source":{"endpoint":"charge-signals"},"receivedAt":"2026-11-20T08:00:00Z","status":{"state":"CHARGING"}}
        {"type":"io.evch""");
  }

  @Test
  void shouldReachTheEmbeddedBrokerThoughNothingRuns() throws Exception {
    keep();
    set("jms.embedded-port", 0);
    set("deliver.jms.destination", "queue:again");
    try (Program replay = replay("--sink", "jms")) {
      assertEquals(0, replay.exitCode(), replay::output);
      assertTrue(replay.output().contains("delivered 1, refused 0"), replay::output);
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("data/broker"), 0)) {
      assertEquals(kept().get(0), receive(broker.url(), "evchargingState = 'CHARGING'"));
    }
  }

  private static @Nullable String receive(String url, String selector) {
    try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
        JMSContext jms = factory.createContext()) {
      return jms.createConsumer(jms.createQueue("again"), selector)
          .receiveBody(String.class, 10_000);
    }
  }

  @Test
  void shouldTellWhatTheSinkWouldNotTake() throws Exception {
    keep();
    try (StubApi receiver = StubApi.answering(422, "")) {
      set("deliver.rest.url", receiver.origin());
      try (Program replay = replay("--sink", "rest")) {
        assertEquals(1, replay.exitCode(), replay::output);
        assertTrue(replay.output().contains("delivered 0, refused 1"), replay::output);
        assertSaidInTwoLines(replay.output(), receiver.origin());
      }
    }
  }

  /** Which one, and the sum: no stack trace, no message history, and not where the sink is. */
  private static void assertSaidInTwoLines(String output, String sink) {
    assertEquals(2, output.lines().count(), output);
    assertFalse(output.contains("ERROR"), output);
    assertFalse(output.contains(sink), output);
  }

  @Test
  void shouldRefuseACommandLineThatCannotBeMeant() throws Exception {
    keep();
    assertFaulty("is the archive itself", "--sink", "file");
    assertFaulty("neither a date", "--sink", "rest", "--to", "yesterday");
    assertFaulty(
        "--from 2020-01-01T00:00:00Z is not before --to", "--sink", "rest", "--to", "2019-12-31");
    assertFaulty("evcharging.deliver.nowhere.uri", "--sink", "nowhere");
    try (Program dry =
        replay("--sink", "rest", "--dry-run", "-Devcharging.deliver.rest.url=http://localhost:1")) {
      assertEquals(0, dry.exitCode(), dry::output);
      assertTrue(dry.output().contains("would send 1"), dry::output);
    }
  }

  @Test
  void shouldSayThatNothingIsSelected() throws Exception {
    keep();
    try (Program dry =
        replay(
            "--sink",
            "rest",
            "--dry-run",
            "--to",
            "2020-01-02",
            "-Devcharging.deliver.rest.url=http://localhost:1")) {
      assertEquals(0, dry.exitCode(), dry::output);
      assertTrue(dry.output().contains("none selected: nothing that is kept"), dry::output);
    }
  }

  private void assertFaulty(String said, String... options) throws Exception {
    try (Program replay = replay(options)) {
      assertEquals(2, replay.exitCode(), replay::output);
      assertTrue(replay.output().contains(said), replay::output);
    }
  }
}
