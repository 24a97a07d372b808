package io.evcharging.cluster;

import io.evcharging.testing.TestBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * An Artemis broker with a journal, in a process of its own that can be killed and started anew.
 */
final class OwnBroker implements AutoCloseable {

  private final Path directory;
  private final String url = TestBroker.freeUrl();
  private @Nullable Process process;

  /**
   * Not started yet.
   *
   * @param directory for its journal
   */
  public OwnBroker(Path directory) throws IOException {
    this.directory = directory;
  }

  /**
   * The broker itself, until the process ends.
   *
   * @param args the folder for its journal, and the URL where it listens
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    new EmbeddedActiveMQ()
        .setConfiguration(
            new ConfigurationImpl()
                .setSecurityEnabled(false)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .addAddressSetting("#", new AddressSettings().setMaxDeliveryAttempts(-1))
                .addAcceptorConfiguration("tcp", args[1]))
        .start();
  }

  /** Returns when it takes connections. */
  public OwnBroker start() throws IOException {
    process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    OwnBroker.class.getName(),
                    directory.toString(),
                    url))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("broker.log").toFile())
            .start();
    Awaitility.await("broker").atMost(java.time.Duration.ofMinutes(1)).until(this::isOpen);
    return this;
  }

  private boolean isOpen() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(url).getPort())) {
      return socket.isConnected();
    } catch (IOException nobodyYet) {
      return false;
    }
  }

  /** Where it listens. */
  public String url() {
    return url;
  }

  /** By SIGKILL. */
  void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
