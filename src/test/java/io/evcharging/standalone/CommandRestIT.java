package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.simulator.DemoFleet;
import io.evcharging.simulator.Fault;
import io.evcharging.simulator.SmartcarSimulator;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands to {@code evcharging run}, a process of its own, as an operator sends them. */
class CommandRestIT {

  private static final String KEY = "key-of-an-operator-1";
  private static final String PASSWORD = "changeit";

  private final Path directory;
  private final List<String> args = new ArrayList<>(List.of("run"));
  private final int port = Ports.claim("", EmbeddedBroker.HOST, 0);

  CommandRestIT(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void shouldCommandACarAndSayWhatBecameOfIt() throws Exception {
    try (SmartcarSimulator simulator = SmartcarSimulator.builder().speed(60).build().start();
        Program program = run(simulator, Map.of("EVCHARGING_COMMAND_KEYS", "ops:" + KEY))) {
      simulator.vehicle("demo-tesla-3").faults().add(done(16));
      assertStatus(200, "\"outcome\":\"ACCEPTED\"", command("demo-tesla-3", 16, KEY));
      assertStatus(400, "\"outcome\":\"INVALID\"", command("demo-tesla-3", 0, KEY));
      assertStatus(401, "\"outcome\":\"UNAUTHORIZED\"", command("demo-tesla-3", 16, "wrong"));
      assertStatus(404, "\"outcome\":\"UNKNOWN_VEHICLE\"", command("nobody", 16, KEY));
      assertStatus(422, "\"outcome\":\"UNSUPPORTED_BY_BRAND\"", command("demo-audi-q4", 16, KEY));
      assertStatus(429, "\"outcome\":\"RATE_LIMITED\"", command("demo-tesla-3", 17, KEY));
      String metrics = send("http", HttpClient.newHttpClient(), get("/observe/metrics")).body();
      assertTrue(
          metrics.contains("evcharging_commands_total{door=\"rest\",outcome=\"accepted\"} 1.0"));
      assertTrue(
          metrics.contains("evcharging_commands_total{door=\"jms\",outcome=\"accepted\"} 0.0"));
      assertTrue(metrics.contains("evcharging_failed_logins_total 1.0"), metrics);
      assertFalse(program.output().contains(KEY), program::output);
      assertFalse(program.output().contains("ERROR"), program::output);
    }
  }

  @Test
  void shouldSayWhyNobodyMayCommand() throws Exception {
    try (SmartcarSimulator simulator = SmartcarSimulator.builder().build().start();
        Program program = run(simulator, Map.of())) {
      assertStatus(503, "No key is configured", command("demo-tesla-3", 16, KEY));
      assertFalse(program.output().contains("ERROR"), program::output);
    }
  }

  @Test
  void shouldSayThatCommandsAreSwitchedOff() throws Exception {
    args.add("-Devcharging.command.enabled=false");
    try (SmartcarSimulator simulator = SmartcarSimulator.builder().build().start();
        Program program = run(simulator, Map.of("EVCHARGING_COMMAND_KEYS", "ops:" + KEY))) {
      assertStatus(503, "switched off", command("demo-tesla-3", 16, KEY));
      assertEquals(0, simulator.calls().count("demo-tesla-3"), program::output);
    }
  }

  @Test
  void shouldSpeakTlsWhereItIsConfigured() throws Exception {
    Path store = directory.resolve("door.p12");
    keytool(store);
    args.add("-Dcamel.ssl.enabled=true");
    args.add("-Dcamel.ssl.keyStore=file:" + store);
    args.add("-Dcamel.ssl.keystorePassword=" + PASSWORD);
    args.add("-Dcamel.server.useGlobalSslContextParameters=true");
    HttpClient trusting = HttpClient.newBuilder().sslContext(trusting(store)).build();
    try (SmartcarSimulator simulator = SmartcarSimulator.builder().build().start();
        Program program = run(simulator, Map.of("EVCHARGING_COMMAND_KEYS", "ops:" + KEY))) {
      assertEquals(200, send("https", trusting, get("/api/openapi.json")).statusCode());
      assertEquals(200, send("https", trusting, get("/observe/health/live")).statusCode());
      assertThrowsOverPlainHttp(program);
    }
  }

  private void assertThrowsOverPlainHttp(Program program) {
    assertThrows(
        IOException.class,
        () -> send("http", HttpClient.newHttpClient(), get("/api/openapi.json")),
        program::output);
  }

  private static void keytool(Path store) throws Exception {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command =
        List.of(
            keytool,
            "-genkeypair",
            "-alias",
            "door",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost,ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            PASSWORD);
    assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
  }

  private static SSLContext trusting(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(store)) {
      keys.load(file, PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("door", keys.getCertificate("door"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private Program run(SmartcarSimulator simulator, Map<String, String> environment)
      throws IOException {
    Path vehicles = directory.resolve("vehicles.yaml");
    Files.writeString(vehicles, DemoFleet.vehiclesYaml());
    Map<String, Object> settings =
        Map.of(
            "vehicles", vehicles,
            "data-directory", directory.resolve("data"),
            "smartcar.api-url", simulator.apiUrl(),
            "smartcar.vehicle-url", simulator.vehicleUrl(),
            "smartcar.access-token", simulator.accessToken(),
            "http.port", port,
            "jms.embedded-port", 0);
    settings.forEach((key, value) -> args.add("-Devcharging." + key + "=" + value));
    Program program = Program.start(environment, args);
    program.awaitOutput("running");
    return program;
  }

  private static Fault done(int amps) {
    String message = "Successfully sent the following amperage: " + amps;
    return new Fault.Respond(
        200,
        "application/json",
        "{\"message\":\"" + message + "\",\"status\":\"success\"}",
        Map.of());
  }

  private HttpResponse<String> command(String vehicle, int amps, String key) throws Exception {
    HttpRequest.Builder command =
        get("/api/vehicles/" + vehicle + "/charge/amperage")
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"amperage\":" + amps + "}"));
    return send("http", HttpClient.newHttpClient(), command);
  }

  private HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(60));
  }

  private static HttpResponse<String> send(
      String scheme, HttpClient client, HttpRequest.Builder request) throws Exception {
    URI uri = URI.create(request.build().uri().toString().replaceFirst("http", scheme));
    return client.send(request.uri(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static void assertStatus(int status, String text, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer::body);
    assertTrue(answer.body().contains(text), answer::body);
  }
}
