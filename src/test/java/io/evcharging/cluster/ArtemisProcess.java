package io.evcharging.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** The Artemis of its own distribution, in a process of its own. */
final class ArtemisProcess implements AutoCloseable {

  private final Process process;
  private final int port;

  private ArtemisProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Makes an instance, and returns when it takes connections. */
  static ArtemisProcess start(Path distribution, Path instance) throws IOException {
    int port = freePort();
    Path create = distribution.resolve("bin/artemis");
    run(
        List.of(
            create.toString(),
            "create",
            "--user=evcharging",
            "--password=evcharging",
            "--require-login",
            "--no-web",
            "--no-amqp-acceptor",
            "--no-hornetq-acceptor",
            "--no-mqtt-acceptor",
            "--no-stomp-acceptor",
            "--no-autotune",
            "--nio",
            "--host=127.0.0.1",
            "--default-port=" + port,
            instance.toString()));
    Process process =
        new ProcessBuilder(instance.resolve("bin/artemis").toString(), "run")
            .redirectErrorStream(true)
            .redirectOutput(instance.resolve("run.log").toFile())
            .start();
    Awaitility.await("broker").atMost(Duration.ofMinutes(2)).until(() -> isOpen(port));
    return new ArtemisProcess(process, port);
  }

  private static void run(List<String> command) throws IOException {
    Process made =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (made.onExit().join().exitValue() != 0) {
      throw new IOException("no broker: " + command);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static boolean isOpen(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException nobodyYet) {
      return false;
    }
  }

  String url() {
    return "tcp://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
