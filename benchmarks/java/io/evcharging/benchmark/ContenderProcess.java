package io.evcharging.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A contender in a process of its own, so that what the compiler learns of one does not slow the
 * next one down, and each has its own memory and threads. It rests while others run.
 */
final class ContenderProcess implements AutoCloseable {

  static final String READY = "READY ";
  static final String ROUND = "ROUND ";

  private final Process process;
  private final BufferedReader output;
  private final Writer orders;
  private final String name;

  ContenderProcess(String row, Setup setup, String apiUrl, Path directory) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("bench.jvm", "-Xmx1g").split(" ", -1)));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of(
            ContenderMain.class.getName(),
            row,
            apiUrl,
            directory.resolve(row).toString(),
            setup.text()));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    output = process.inputReader();
    orders = process.outputWriter();
    name = read(READY);
  }

  String name() {
    return name;
  }

  Round round() throws IOException {
    orders.write("\n");
    orders.flush();
    return Round.parse(read(ROUND));
  }

  /** Other lines are the log's. */
  private String read(String prefix) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(prefix)) {
        return line.substring(prefix.length());
      }
    }
    throw new IOException("the contender has ended: " + name);
  }

  @Override
  public void close() throws IOException {
    orders.close();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
