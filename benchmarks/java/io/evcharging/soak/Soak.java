package io.evcharging.soak;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs a copy of the distribution against its own simulator in another process, makes faults, and
 * samples. Ends with exit code 1 when something grew or was lost.
 */
final class Soak {

  private static final Duration QUIET = Duration.ofSeconds(60);

  private static final Duration DRAIN = Duration.ofMinutes(10);

  private final SoakSettings settings;
  private final Path copy;
  private final Path data;
  private final List<Sample> samples = new ArrayList<>();

  private Soak(SoakSettings settings) {
    this.settings = settings;
    this.copy = settings.directory().resolve("evcharging");
    this.data = copy.resolve("data/soak");
  }

  /** Runs as the system properties {@code soak.…} say. */
  public static void main(String[] args) throws Exception {
    SoakSettings settings = SoakSettings.read();
    boolean good = new Soak(settings).run();
    System.exit(good ? 0 : 1);
  }

  private boolean run() throws Exception {
    prepare();
    int simulatorPort = freePort();
    int port = freePort();
    Path report = settings.directory().resolve("report.md");
    try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(report), true);
        Child simulator = simulator(simulatorPort);
        FlakyReceiver receiver = FlakyReceiver.start()) {
      SoakReport table = new SoakReport(text -> print(text, file));
      simulator.await("Stop with Ctrl-C");
      table.begin(settings);
      Chaos chaos = new Chaos(settings, simulatorPort, receiver);
      try (Child program = program(port, simulatorPort, receiver)) {
        program.await("running");
        Sampler sampler = new Sampler(program.pid(), port, data);
        sampler.fillPools();
        soak(program, sampler, chaos, table);
        boolean drained = drain(sampler);
        int exit = program.stop();
        Delivered delivered = Delivered.compare(data.resolve("observations"), receiver.ids());
        return table.end(samples, chaos.made(), delivered, drained, exit);
      }
    }
  }

  private void soak(Child program, Sampler sampler, Chaos chaos, SoakReport table)
      throws Exception {
    long end = System.nanoTime() + settings.length().toNanos();
    long quiet = end - Math.min(QUIET.toNanos(), settings.length().toNanos() / 4);
    long nextSample = System.nanoTime() + settings.sampling().toNanos();
    long nextFault = System.nanoTime();
    while (System.nanoTime() < end) {
      if (!program.isAlive()) {
        throw new IllegalStateException("the program has ended by itself: see run.log");
      }
      if (System.nanoTime() > quiet) {
        chaos.end();
      } else if (System.nanoTime() > nextFault) {
        chaos.strike();
        nextFault = System.nanoTime() + chaos.pause().toNanos();
      }
      if (System.nanoTime() > nextSample) {
        nextSample += settings.sampling().toNanos();
        Sample sample = sampler.take();
        samples.add(sample);
        table.add(sample);
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /** What still waits for a sink in the end is not lost: it is given time to arrive. */
  private static boolean drain(Sampler sampler) throws Exception {
    long end = System.nanoTime() + DRAIN.toNanos();
    for (int empty = 0; empty < 3 && System.nanoTime() < end; ) {
      TimeUnit.SECONDS.sleep(1);
      empty = sampler.backlog() == 0 ? empty + 1 : 0;
      if (empty == 3) {
        return true;
      }
    }
    return false;
  }

  private Child simulator(int port) throws IOException {
    List<String> arguments =
        List.of(
            "simulator",
            "--port=" + port,
            "--fleet=" + settings.vehicles(),
            "--seed=" + settings.seed());
    return Child.start(copy, settings.directory().resolve("simulator.log"), arguments);
  }

  private Child program(int port, int simulatorPort, FlakyReceiver receiver) throws IOException {
    String simulator = "http://127.0.0.1:" + simulatorPort;
    List<String> arguments = new ArrayList<>(List.of("run"));
    for (String setting :
        List.of(
            "vehicles=data/simulator/vehicles.yaml",
            "data-directory=" + data,
            "smartcar.api-url=" + simulator + "/v2.0",
            "smartcar.vehicle-url=" + simulator + "/v3",
            "smartcar.access-token=simulator-token",
            "smartcar.response-timeout=20s",
            "poll.tesla-charge.schedule=0 0/%d * * * ?".formatted(settings.minutes()),
            "poll.audi-charge.schedule=20 0/%d * * * ?".formatted(settings.minutes()),
            "poll.charge-signals.schedule=40 0/%d * * * ?".formatted(settings.minutes()),
            // Every car at every tick: the simulator has no limits.
            "poll.adaptive.enabled=false",
            "budget.application.capacity=1000000",
            "budget.application.refill-per-minute=1000000",
            "budget.vehicle.per-month=1000000",
            "deliver.sinks=file,jms,rest",
            "deliver.rest.url=" + receiver.url(),
            "deliver.rest.timeout=5s",
            // Full long before the end: its growth until then would be no leak.
            "deliver.repeat-memory=5000",
            "http.port=" + port,
            "jms.embedded-port=0")) {
      arguments.add("-Devcharging." + setting);
    }
    arguments.addAll(withoutLimits());
    return Child.start(copy, settings.directory().resolve("run.log"), arguments);
  }

  /** As often as the schedule says, whatever the budget of a real account and the car's state. */
  private List<String> withoutLimits() throws IOException {
    String keys = Files.readString(copy.resolve("config/evcharging.properties"));
    return Stream.of(
            "evcharging.budget.application.capacity=100000",
            "evcharging.budget.application.refill-per-minute=100000",
            "evcharging.budget.vehicle.per-month=100000",
            "evcharging.poll.adaptive.enabled=false")
        .filter(setting -> keys.contains("\n" + setting.substring(0, setting.indexOf('=') + 1)))
        .map("-D"::concat)
        .toList();
  }

  /** A copy, so that a build may go on meanwhile. */
  private void prepare() throws IOException {
    delete(settings.directory());
    Files.createDirectories(settings.directory());
    Path from = settings.distribution();
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (folder.equals(from.resolve("data"))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(copy.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                file, copy.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void print(String text, PrintWriter file) {
    file.println(text);
    System.out.println(text);
  }
}
