package io.evcharging.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The {@link TeslaServer} in a process of its own, which ends with this one. */
final class ServerProcess implements AutoCloseable {

  private final Process process;
  private final int port;

  ServerProcess(Duration latency) throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                TeslaServer.class.getName(),
                String.valueOf(latency.toMillis()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output = process.inputReader();
    String line = output.readLine();
    if (line == null) {
      throw new IOException("the server did not start");
    }
    port = Integer.parseInt(line);
  }

  /** The base URL of the API that it serves. */
  String apiUrl() {
    return "http://127.0.0.1:" + port + "/v2.0";
  }

  @Override
  public void close() {
    process.destroy();
  }
}
