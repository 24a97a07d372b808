package io.evcharging.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A broker as one has it elsewhere: Apache's own distribution of Artemis, as its {@code create}
 * sets it up, in a process of its own that can be killed and started anew.
 */
final class BrokerProcess implements AutoCloseable {

  /** Where Maven's profile {@code faults} has unpacked it. */
  private static final String HOME = "faults.artemis";

  private static final String UNLIMITED =
      "<max-delivery-attempts>-1</max-delivery-attempts><page-size-bytes>";

  private final Path directory;
  private final BrokerDoor door = new BrokerDoor();
  private final Path instance;
  private @Nullable Process process;

  BrokerProcess(Path directory) throws IOException {
    this.directory = directory;
    this.instance = directory.resolve("broker");
  }

  /** Sets the broker up where it is not yet, and starts it. */
  BrokerProcess start() throws IOException, InterruptedException {
    if (!Files.isDirectory(instance)) {
      create();
    }
    process = run(List.of(instance.resolve("bin/artemis").toString(), "run"));
    Awaitility.await("broker").atMost(Duration.ofMinutes(2)).until(door::isOpen);
    return this;
  }

  private void create() throws IOException, InterruptedException {
    String home = Objects.requireNonNull(System.getProperty(HOME), HOME + ": run with -Pfaults");
    Process creation =
        run(
            List.of(
                "bash",
                Path.of(home, "bin", "artemis").toString(),
                "create",
                instance.toString(),
                "--silent",
                "--user=admin",
                "--password=admin",
                "--allow-anonymous",
                "--host=127.0.0.1",
                "--default-port=" + door.port(),
                "--no-amqp-acceptor",
                "--no-hornetq-acceptor",
                "--no-mqtt-acceptor",
                "--no-stomp-acceptor",
                "--no-web",
                "--no-autotune",
                "--nio"));
    if (!creation.waitFor(2, TimeUnit.MINUTES) || creation.exitValue() != 0) {
      throw new IOException(Files.readString(log()));
    }
    // As docs/delivery.md asks for, and nothing else: each crash of ours counts as an attempt.
    Path settings = instance.resolve("etc/broker.xml");
    String xml = Files.readString(settings);
    Files.writeString(settings, xml.replaceFirst("<page-size-bytes>", UNLIMITED));
  }

  private Process run(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())).start();
  }

  private Path log() {
    return directory.resolve("broker.log");
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
