package io.evcharging.faults;

import java.io.IOException;
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
final class BrokerProcess implements AutoCloseable {

  private final Path directory;
  private final BrokerDoor door = new BrokerDoor();
  private @Nullable Process process;

  BrokerProcess(Path directory) throws IOException {
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

  BrokerProcess start() throws IOException {
    process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    BrokerProcess.class.getName(),
                    directory.toString(),
                    door.url()))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("broker.log").toFile())
            .start();
    Awaitility.await("broker").atMost(java.time.Duration.ofMinutes(1)).until(door::isOpen);
    return this;
  }

  BrokerDoor door() {
    return door;
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
