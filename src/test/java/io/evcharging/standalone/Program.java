package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The distribution's start script, run as a user would, with all that it prints. */
final class Program implements AutoCloseable {

  static final Path DISTRIBUTION = Path.of("target", "evcharging").toAbsolutePath();

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final Path output;

  private Program(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static Program start(Path script, Map<String, String> environment, List<String> args)
      throws IOException {
    Path output = Files.createTempFile("evcharging", ".out");
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(args);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    return new Program(builder.redirectOutput(output.toFile()).start(), output);
  }

  static Program start(Map<String, String> environment, List<String> args) throws IOException {
    return start(DISTRIBUTION.resolve("bin/evcharging"), environment, args);
  }

  static Program start(String... args) throws IOException {
    return start(Map.of(), List.of(args));
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void awaitOutput(String text) {
    Awaitility.await(text)
        .atMost(PATIENCE)
        .until(() -> output().contains(text) || !process.isAlive());
    assertTrue(output().contains(text), this::output);
  }

  int exitCode() throws InterruptedException {
    assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), this::output);
    return process.exitValue();
  }

  /** As {@code kill} does, by SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** As {@code kill -9} does; returns when the process is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(output);
  }
}
