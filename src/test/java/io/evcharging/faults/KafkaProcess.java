package io.evcharging.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka of one node, broker and controller, from its Maven artifacts, in a process of its own
 * that can be killed and started anew. What lies in its topic is read by its own tool from its log.
 */
final class KafkaProcess implements AutoCloseable {

  private static final String TOPIC = "evcharging.observations";

  /** Any; it is written down when the log is set up. */
  private static final String CLUSTER = "4L6g3nShT-eMCtK--X86sw";

  private static final Pattern RECORD =
      Pattern.compile("^\\| offset: .* key: (\\S+) payload: (\\{.*)$");

  private final Path directory;
  private final Path settings;
  private final BrokerDoor door = new BrokerDoor();
  private @Nullable Process process;

  /**
   * One record.
   *
   * @param partition by its number
   */
  record Stored(int partition, String key, Arrival arrival) {}

  KafkaProcess(Path directory) throws IOException {
    this.directory = directory;
    this.settings = directory.resolve("kafka.properties");
  }

  /** Where Maven's profile {@code faults} has put it, beside a distribution that talks to it. */
  static Path home() {
    String home = System.getProperty("faults.kafka");
    return Path.of(Objects.requireNonNull(home, "faults.kafka: run with -Pfaults"));
  }

  /** Sets the broker up where it is not yet, and returns when it takes connections. */
  KafkaProcess start() throws IOException, InterruptedException {
    if (!Files.exists(settings)) {
      Files.write(settings, settings());
      run("kafka.tools.StorageTool", "format", "-t", CLUSTER, "-c", settings.toString());
    }
    process = java(directory.resolve("kafka.log"), "kafka.Kafka", settings.toString());
    Awaitility.await("Kafka").atMost(Duration.ofMinutes(2)).until(door::isOpen);
    return this;
  }

  /** As small as it gets; three partitions for a topic that its first message makes. */
  private List<String> settings() throws IOException {
    int controller = new BrokerDoor().port();
    Map<String, Object> settings =
        Map.of(
            "process.roles",
            "broker,controller",
            "node.id",
            1,
            "controller.quorum.voters",
            "1@127.0.0.1:" + controller,
            "controller.listener.names",
            "CONTROLLER",
            "listeners",
            "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(door.port(), controller),
            "listener.security.protocol.map",
            "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
            "log.dirs",
            log(),
            "num.partitions",
            3,
            "offsets.topic.replication.factor",
            1,
            "offsets.topic.num.partitions",
            1);
    return settings.entrySet().stream().map(set -> set.getKey() + "=" + set.getValue()).toList();
  }

  private Path log() {
    return directory.resolve("kafka");
  }

  private static Process java(Path output, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-cp", home().resolve("broker") + "/*"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile())).start();
  }

  /** One of Kafka's tools; returns what it has said. */
  private String run(String... arguments) throws IOException, InterruptedException {
    Path output = Files.createTempFile(directory, "kafka-tool", ".log");
    Process tool = java(output, arguments);
    String said = tool.waitFor(2, TimeUnit.MINUTES) ? Files.readString(output) : "no end";
    if (tool.isAlive() || tool.exitValue() != 0) {
      tool.destroyForcibly();
      throw new IOException(said);
    }
    return said;
  }

  /** The channel of observations, for the program. */
  String channel() {
    return "kafka:%s?brokers=127.0.0.1:%d".formatted(TOPIC, door.port());
  }

  /** By SIGKILL. */
  void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  /** All that lies in the topic, each partition in its order. */
  List<Stored> stored() throws IOException, InterruptedException {
    List<Stored> stored = new ArrayList<>();
    try (Stream<Path> folders = Files.list(log())) {
      for (Path folder :
          folders.filter(it -> it.getFileName().toString().startsWith(TOPIC)).toList()) {
        int partition = Integer.parseInt(folder.toString().replaceFirst(".*-", ""));
        Path segment = folder.resolve("0".repeat(20) + ".log");
        String dump =
            run("kafka.tools.DumpLogSegments", "--print-data-log", "--files", segment.toString());
        dump.lines()
            .map(RECORD::matcher)
            .filter(Matcher::matches)
            .map(found -> record(partition, found))
            .forEach(stored::add);
      }
    }
    return stored;
  }

  private static Stored record(int partition, Matcher found) {
    byte[] payload = found.group(2).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return new Stored(partition, found.group(1), Arrival.of(payload));
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
