package io.evcharging.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The distribution's script as a process of its own, with all that it prints in a file. */
final class Child implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long LOOK_MILLIS = 200;

  private final Process process;
  private final Path log;

  private Child(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static Child start(Path distribution, Path log, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(distribution.resolve("bin/evcharging").toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return new Child(builder.redirectOutput(log.toFile()).start(), log);
  }

  /** Waits until it has printed this. */
  void await(String text) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.readString(log).contains(text)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("no '" + text + "' in " + log);
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  /** The script replaces itself by Java, so this is Java's. */
  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Ends it as a supervisor does, and waits.
   *
   * @return its exit code, 143 when it ended well
   */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return process.waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    stop();
  }
}
