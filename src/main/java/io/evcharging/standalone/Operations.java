package io.evcharging.standalone;

import io.evcharging.config.EvChargingConfig;
import io.evcharging.operate.Condition;
import io.evcharging.operate.ConditionHealthCheck;
import io.evcharging.operate.OperationsFailure;
import io.evcharging.operate.OperationsFile;
import io.evcharging.operate.OperationsGuard;
import io.evcharging.operate.Reading;
import io.evcharging.operate.SocketCondition;
import io.evcharging.operate.StatusProcessor;
import io.evcharging.operate.SuppliedCondition;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;

/**
 * The operations door of one run: its key, which lies in the data directory as long as the program
 * runs, and what the routes behind it need.
 */
final class Operations {

  private static final Set<String> EVERY_NETWORK = Set.of("0.0.0.0", "::", "[::]");

  private final Path directory;
  private final OperationsFile file;

  private Operations(Path directory, OperationsFile file) {
    this.directory = directory;
    this.file = file;
  }

  /** Binds everything; nobody can use it before {@link #open}. */
  static Operations bind(Main main, EvChargingConfig config, @Nullable EmbeddedBroker broker)
      throws IOException {
    String host = EVERY_NETWORK.contains(config.http().host()) ? "127.0.0.1" : config.http().host();
    int port = config.http().port();
    OperationsFile file =
        new OperationsFile("http://" + host + ":" + port + "/evcharging", OperationsFile.newKey());
    main.bind("evchargingOperationsGuard", new OperationsGuard(file.key()));
    main.bind("evchargingOperationsFailure", new OperationsFailure());
    main.bind("evchargingStatus", new StatusProcessor(Version.evcharging(), Clock.systemUTC()));
    bind(main, new SocketCondition("http", host, port));
    if (broker != null) {
      bind(main, new SuppliedCondition("broker", true, () -> read(broker)));
    }
    return new Operations(config.dataDirectory(), file);
  }

  private static Reading read(EmbeddedBroker broker) {
    return broker.isActive()
        ? Reading.well("runs inside, at " + broker.url())
        : Reading.ill(
            "the broker inside has stopped, the log says why: it starts again as soon as there is room on its disk");
  }

  private static void bind(Main main, Condition condition) {
    main.bind("evchargingHealth-" + condition.name(), new ConditionHealthCheck(condition));
  }

  /**
   * Makes sure that the door is this program's own, and says where it is. Over TLS it is asked by
   * nobody: only a certificate that this JVM trusts could answer.
   *
   * @param tls whether the door speaks TLS
   * @throws StartException when somebody else listens there
   */
  void open(boolean tls) throws IOException {
    if (tls) {
      new OperationsFile(file.url().replaceFirst("^http:", "https:"), file.key()).write(directory);
      return;
    }
    if (new OperationsClient(file).get("/status").status() != 200) {
      throw new StartException("somebody else answers at " + file.url(), null);
    }
    file.write(directory);
  }

  /** Takes the key away. */
  void close() throws IOException {
    OperationsFile.remove(directory);
  }
}
