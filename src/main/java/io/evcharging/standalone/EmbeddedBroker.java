package io.evcharging.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.core.journal.impl.JournalFile;
import org.apache.activemq.artemis.core.journal.impl.JournalImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An Artemis broker inside this process, for a start without one of your own. It listens on the
 * loopback address, asks nobody for a password, keeps its journal in one folder and pages to disk
 * when its memory is full.
 */
final class EmbeddedBroker implements AutoCloseable {

  static final String HOST = "127.0.0.1";

  private static final String PORT_KEY = "evcharging.jms.embedded-port";
  private static final int COMPACT_SECONDS = 60;
  private static final int LOOK_SECONDS = 5;
  private static final int FLOW_CONTROL_THREADS = 4;
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

  private final FutureTask<Boolean> start = new FutureTask<>(this::start);
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "evcharging-broker-watch"));
  private final Path directory;
  private final int port;
  private volatile EmbeddedActiveMQ server = new EmbeddedActiveMQ();

  private EmbeddedBroker(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  /**
   * Starts the broker and waits until it takes messages.
   *
   * @param directory for the journal, made where it is missing
   * @param wishedPort 0 for any free one
   * @throws StartException when the port is taken or the journal cannot be used
   */
  static EmbeddedBroker start(Path directory, int wishedPort) {
    EmbeddedBroker broker = begin(directory, wishedPort);
    broker.awaitStart();
    return broker;
  }

  /**
   * Starts the broker beside what else there is to do, up to {@link #awaitStart}. Its URLs are
   * known at once.
   *
   * @param directory as in {@link #start(Path, int)}
   * @param wishedPort likewise
   * @throws StartException when the port is taken
   */
  static EmbeddedBroker begin(Path directory, int wishedPort) {
    ActiveMQClient.setGlobalThreadPoolProperties(
        BrokerConfiguration.THREADS, BrokerConfiguration.SCHEDULED_THREADS, FLOW_CONTROL_THREADS);
    EmbeddedBroker broker = new EmbeddedBroker(directory, Ports.claim(PORT_KEY, HOST, wishedPort));
    daemon(broker.start, "evcharging-broker-start").start();
    return broker;
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  private boolean start() throws Exception {
    server.setConfiguration(BrokerConfiguration.of(directory.toAbsolutePath(), port)).start();
    return server.getActiveMQServer().isActive();
  }

  /**
   * Waits until it takes messages.
   *
   * @throws StartException when the journal cannot be used, or somebody took the port meanwhile;
   *     then nothing of it is left
   */
  void awaitStart() {
    try {
      if (!start.get()) {
        close();
        throw unusable(directory, "another broker may have it, see the log", null);
      }
      keepWatch();
    } catch (ExecutionException e) {
      close();
      throw unusable(directory, Objects.toString(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unusable(directory, "interrupted", e);
    }
  }

  private synchronized void keepWatch() {
    if (!watch.isShutdown()) {
      // It ends with the thread.
      Future<?> unused =
          watch.scheduleWithFixedDelay(
              this::startAgain, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** Whether it takes messages: after a fault of its disk it stops by itself. */
  boolean isActive() {
    return start.isDone()
        && server.getActiveMQServer() != null
        && server.getActiveMQServer().isActive();
  }

  /**
   * Starts it once more when it has stopped by itself, and there is room again. What was accepted
   * is in its journal; those that are connected connect anew.
   */
  private synchronized void startAgain() {
    try {
      if (!watch.isShutdown() && hasStopped() && room() > 0) {
        LOG.info("the broker inside has stopped; there is room, so it starts again");
        server = new EmbeddedActiveMQ();
        startOrStop();
      }
    } catch (Exception e) {
      LOG.error("the broker inside cannot start again: {}", e.toString());
    }
  }

  /** What is half started would neither run nor be started once more. */
  private void startOrStop() throws Exception {
    boolean runs = false;
    try {
      runs = start();
    } finally {
      if (!runs) {
        server.stop();
      }
    }
  }

  private boolean hasStopped() {
    ActiveMQServer stopped = start.isDone() ? server.getActiveMQServer() : null;
    return stopped != null && stopped.getState() == ActiveMQServer.SERVER_STATE.STOPPED;
  }

  private long room() throws IOException {
    return Files.getFileStore(directory).getUsableSpace() - BrokerConfiguration.MIN_DISK_FREE;
  }

  /**
   * Gives back to the disk what the journal does not need. By itself it looks only when it begins a
   * new file: a backlog that has gone, with nothing coming after it, would keep its room for ever.
   */
  void giveRoomBack() {
    if (!isActive()
        || !(server.getActiveMQServer().getStorageManager().getMessageJournal()
            instanceof JournalImpl journal)) {
      return;
    }
    try {
      journal.checkReclaimStatus();
      JournalFile[] files = journal.getDataFiles();
      long needed = Arrays.stream(files).mapToLong(JournalFile::getLiveSize).sum();
      long held = (long) files.length * BrokerConfiguration.JOURNAL_FILE_BYTES;
      // What is needed is written once more, before the rest can go.
      long free = room();
      if (held - needed > Math.max(needed, 2L * BrokerConfiguration.JOURNAL_FILE_BYTES)
          && needed < free) {
        journal.scheduleCompactAndBlock(COMPACT_SECONDS);
      }
    } catch (Exception e) {
      LOG.warn("the journal cannot give room back: {}", e.toString());
    }
  }

  /** Where clients connect. */
  String url() {
    return "tcp://" + HOST + ":" + port;
  }

  /** Where this process connects: the same broker, with nothing to encode and no socket. */
  String urlInside() {
    return "vm://" + port;
  }

  @Override
  public synchronized void close() {
    watch.shutdownNow();
    awaitEnd();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the embedded broker did not stop well", e);
    }
  }

  /** What is half started cannot be stopped. */
  private void awaitEnd() {
    try {
      start.get();
    } catch (ExecutionException reported) {
      // By awaitStart, or nobody asked.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static StartException unusable(Path directory, String reason, @Nullable Exception cause) {
    return new StartException(
        "the embedded broker cannot start with its journal in %s: %s".formatted(directory, reason),
        cause);
  }
}
