package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

  private final Path directory;
  private final Path data;
  private final List<String> args = new ArrayList<>(List.of("check"));
  private final StringWriter printed = new StringWriter();

  CheckCommandTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    data = directory.resolve("not/there/yet");
    Path vehicles = directory.resolve("vehicles.yaml");
    set("evcharging.vehicles", Files.writeString(vehicles, "vehicles: [{id: v, brand: TESLA}]"));
    set("evcharging.smartcar.access-token", "some-token");
    set("evcharging.data-directory", data);
  }

  @AfterEach
  void clear() {
    for (String arg : args) {
      System.clearProperty(arg.replaceFirst("^-D", "").replaceFirst("=.*", ""));
    }
    System.clearProperty("log.level");
  }

  @Test
  void shouldLeaveNoTrace() throws IOException {
    assertEquals(EvCharging.OK, check());
    assertFalse(Files.exists(directory.resolve("not")));
    DataDirectory.lock(data).close();
    assertEquals(EvCharging.OK, check());
    DataDirectory.lock(data).close();
  }

  @Test
  void shouldListEveryFaultOfWhatIsAround() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    set("evcharging.data-directory", file.resolve("data"));
    set("evcharging.routes", "file:" + directory + "/*.camel.yaml");
    set("evcharging.deliver.sinks", "file,kafka");
    set("evcharging.deliver.kafka.uri", "kafka:observations");
    set("evcharging.polls", "nats:polls");
    set("evcharging.http.port", "many");
    assertEquals(EvCharging.FAULTY, check());
    assertPrinted("The configuration has 6 faults:");
    assertPrinted("data-directory = «" + file + "/data»: a folder, but " + file + " is none");
    assertPrinted("deliver.file.directory");
    assertPrinted("routes = «file:" + directory + "/*.camel.yaml»: names no file");
    assertPrinted("deliver.kafka.uri = «kafka:observations»: there is no Camel component kafka");
    assertPrinted("polls = «nats:polls»: there is no Camel component nats");
    assertPrinted("http.port");
  }

  @Test
  void shouldNotMissWhatTheSettingsOfCamelBind() {
    set("camel.beans.kafka", "#class:org.apache.camel.component.seda.SedaComponent");
    set("camel.beans.nats-component.concurrentConsumers", "2");
    set("evcharging.deliver.sinks", "kafka");
    set("evcharging.deliver.kafka.uri", "kafka:observations");
    set("evcharging.polls", "nats:polls");
    assertEquals(EvCharging.OK, check(), printed::toString);
  }

  @Test
  void shouldWarnOfAnotherProcessWithTheSameData() throws IOException {
    try (DataDirectory inUse = DataDirectory.lock(data)) {
      assertEquals(EvCharging.OK, check());
      assertPrinted("Warning: another process uses the data directory");
      assertEquals(data, inUse.path());
    }
  }

  @Test
  void shouldNameTheSinksWhoseBacklogWouldBecomeDeadLetters() throws IOException {
    LastSinks.keep(data, List.of("file", "gone", "jms"));
    assertEquals(EvCharging.OK, check());
    assertPrinted("Warning: the sink gone was there at the last start");
    assertFalse(printed.toString().contains("the sink file was"), printed::toString);
  }

  private void assertPrinted(String text) {
    assertTrue(printed.toString().contains(text), printed::toString);
  }

  private int check() {
    PrintWriter writer = new PrintWriter(printed);
    return EvCharging.commandLine()
        .setOut(writer)
        .setErr(writer)
        .execute(args.toArray(String[]::new));
  }

  private void set(String key, Object value) {
    args.removeIf(arg -> arg.startsWith("-D" + key + "="));
    args.add("-D" + key + "=" + value);
  }
}
