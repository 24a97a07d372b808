package io.evcharging.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.simulator.DemoFleet;
import io.evcharging.simulator.SmartcarSimulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code evcharging run} as a process of its own. */
class RunIT {

  private static final int SIGTERM = 143;

  private final Path directory;
  private final List<String> args = new ArrayList<>(List.of("run"));

  RunIT(@TempDir Path directory) throws IOException {
    this.directory = directory;
    Path vehicles = directory.resolve("vehicles.yaml");
    Files.writeString(vehicles, DemoFleet.vehiclesYaml());
    set("vehicles", vehicles);
    set("data-directory", directory.resolve("data"));
    set("smartcar.access-token", "some-token");
    set("http.port", 0);
    set("jms.embedded-port", 0);
  }

  @Test
  void shouldPrintAllFaultsOnceAndNothingElse() throws Exception {
    set("http.port", 99999);
    set("deliver.queue-size", "many");
    set("deliver.sinks", "kafka");
    set("deliver.kafka.uri", "kafka:observations");
    try (Program program = start()) {
      assertEquals(2, program.exitCode(), program::output);
      List<String> lines = notInfo(program);
      assertEquals(4, lines.size(), program::output);
      assertTrue(lines.get(0).contains("3 faults"), program::output);
    }
    assertFalse(Files.exists(directory.resolve("data")));
  }

  @Test
  void shouldPrintTheFaultsOfTheVehiclesAndNothingElse() throws Exception {
    set("vehicles", directory.resolve("not-there.yaml"));
    try (Program program = start()) {
      assertEquals(2, program.exitCode(), program::output);
      assertTrue(program.output().contains("not-there.yaml"), program::output);
      assertEquals(2, notInfo(program).size(), program::output);
    }
  }

  @Test
  void shouldSayInOneLineThatThePortOfTheHttpDoorIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      set("http.port", taken.getLocalPort());
      assertOneLine("evcharging.http.port");
    }
  }

  @Test
  void shouldSayInOneLineThatThePortOfTheBrokerIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      set("jms.embedded-port", taken.getLocalPort());
      assertOneLine("evcharging.jms.embedded-port");
    }
  }

  @Test
  void shouldSayInOneLineThatTheDataDirectoryIsInUse() throws Exception {
    try (DataDirectory used = DataDirectory.lock(directory.resolve("data"))) {
      assertOneLine(used.path().toString());
    }
  }

  @Test
  void shouldSayThatThereAreNoRoutesAndWriteNothing() throws Exception {
    set("routes", "file:" + directory + "/*.camel.yaml");
    try (Program program = start()) {
      assertEquals(2, program.exitCode(), program::output);
      assertTrue(program.output().contains("evcharging.routes"), program::output);
      assertEquals(2, notInfo(program).size(), program::output);
    }
    assertFalse(Files.exists(directory.resolve("data")));
  }

  @Test
  void shouldPollDeliverToAllSinksAndStopOnSigterm() throws Exception {
    int http = Ports.claim("", EmbeddedBroker.HOST, 0);
    int jms = Ports.claim("", EmbeddedBroker.HOST, 0);
    Queue<String> posted = new ConcurrentLinkedQueue<>();
    Queue<String> published = new ConcurrentLinkedQueue<>();
    try (SmartcarSimulator simulator = SmartcarSimulator.builder().speed(60).build().start();
        DemoReceiver receiver = DemoReceiver.start(body -> posted.add(new String(body, UTF_8)))) {
      everySecondFrom(simulator);
      set("deliver.sinks", "file,jms,rest");
      set("deliver.rest.url", receiver.url());
      set("http.port", http);
      set("jms.embedded-port", jms);
      // Camel lets the environment win over what a program sets; the routes need the broker's real
      // URL all the same.
      Map<String, String> environment = Map.of("EVCHARGING_JMS_BROKER_URL", "embedded");
      try (Program program = Program.start(environment, args)) {
        program.awaitOutput("running");
        try (DemoSubscriber subscriber = subscribe(jms, published)) {
          assertNotNull(subscriber);
          Awaitility.await()
              .atMost(Duration.ofSeconds(40))
              .untilAsserted(
                  () -> {
                    assertTrue(posted.size() >= 8, program::output);
                    assertTrue(published.size() >= 1, program::output);
                    assertTrue(fileLines() >= 8, program::output);
                  });
        }
        assertEquals(200, get(http, "/observe/health/live").statusCode());
        assertEquals(200, get(http, "/observe/health/ready").statusCode());
        assertTrue(get(http, "/observe/metrics").body().contains("camel_exchanges_total"));
        program.terminate();
        assertEquals(SIGTERM, program.exitCode(), program::output);
        assertTrue(program.output().contains("stopped"), program::output);
        assertFalse(program.output().contains("ERROR"), program::output);
      }
      assertEquals(posted.size(), fileLines());
    }
    assertFalse(Files.exists(directory.resolve("data/undelivered")));
  }

  @Test
  void shouldStopInTimeThoughAPollIsStillWaitingForItsAnswer() throws Exception {
    try (SmartcarSimulator simulator =
        SmartcarSimulator.builder().latency(Duration.ofMinutes(5)).build().start()) {
      everySecondFrom(simulator);
      args.add("-Dcamel.main.shutdownTimeout=2");
      try (Program program = start()) {
        program.awaitOutput("running");
        Awaitility.await().until(() -> simulator.calls().total() > 0);
        program.terminate();
        assertEquals(SIGTERM, program.exitCode(), program::output);
        assertTrue(program.output().contains("stopped"), program::output);
      }
    }
  }

  private void everySecondFrom(SmartcarSimulator simulator) {
    set("smartcar.api-url", simulator.apiUrl());
    set("smartcar.vehicle-url", simulator.vehicleUrl());
    set("smartcar.access-token", simulator.accessToken());
    for (String source : List.of("tesla-charge", "audi-charge", "charge-signals")) {
      set("poll." + source + ".schedule", "* * * * * ?");
    }
  }

  private static DemoSubscriber subscribe(int port, Queue<String> published) {
    return DemoSubscriber.start(
        "tcp://127.0.0.1:" + port,
        "evcharging.observations",
        body -> published.add(new String(body, UTF_8)));
  }

  private static HttpResponse<String> get(int port, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private long fileLines() throws IOException {
    long lines = 0;
    try (Stream<Path> files = Files.list(directory.resolve("data/observations"))) {
      for (Path file : files.toList()) {
        lines += Files.readAllLines(file).size();
      }
    }
    return lines;
  }

  private void assertOneLine(String text) throws Exception {
    try (Program program = start()) {
      assertEquals(1, program.exitCode(), program::output);
      assertTrue(program.output().contains(text), program::output);
      List<String> lines = notInfo(program);
      assertEquals(1, lines.size(), program::output);
    }
  }

  private static List<String> notInfo(Program program) {
    return program.output().lines().filter(line -> !line.contains(" INFO ")).toList();
  }

  private Program start() throws IOException {
    return Program.start(args.toArray(String[]::new));
  }

  private void set(String key, Object value) {
    args.add("-Devcharging." + key + "=" + value);
  }
}
