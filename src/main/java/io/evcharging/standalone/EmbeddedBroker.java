package io.evcharging.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.journal.impl.JournalFile;
import org.apache.activemq.artemis.core.journal.impl.JournalImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.DiskFullMessagePolicy;
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
  private static final long MAX_MEMORY_BYTES = 64L << 20;
  private static final long MIN_DISK_FREE = 16L << 20;
  private static final int JOURNAL_FILE_BYTES = 4 << 20;
  private static final int JOURNAL_POOL_FILES = 4;
  private static final int GROUP_BUCKETS = 1024;
  private static final long LOCK_WAIT_MILLIS = 2000;
  private static final int COMPACT_SECONDS = 60;

  /** Of its own 30, and 16 for those that connect inside: the work is short, and never waits. */
  private static final int THREADS = 8;

  private static final int SCHEDULED_THREADS = 2;
  private static final int FLOW_CONTROL_THREADS = 4;
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

  private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
  private final FutureTask<Boolean> start = new FutureTask<>(this::start);
  private final Path directory;
  private final int port;

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
    ActiveMQClient.setGlobalThreadPoolProperties(THREADS, SCHEDULED_THREADS, FLOW_CONTROL_THREADS);
    EmbeddedBroker broker = new EmbeddedBroker(directory, Ports.claim(PORT_KEY, HOST, wishedPort));
    Thread thread = new Thread(broker.start, "evcharging-broker-start");
    thread.setDaemon(true);
    thread.start();
    return broker;
  }

  private boolean start() throws Exception {
    server.setConfiguration(configuration(directory.toAbsolutePath(), port)).start();
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
    } catch (ExecutionException e) {
      close();
      throw unusable(directory, Objects.toString(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unusable(directory, "interrupted", e);
    }
  }

  /** Whether it still takes messages: after a fault of its disk it has stopped by itself. */
  boolean isActive() {
    return start.isDone()
        && server.getActiveMQServer() != null
        && server.getActiveMQServer().isActive();
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
      long held = (long) files.length * JOURNAL_FILE_BYTES;
      // What is needed is written once more, before the rest can go.
      long free = Files.getFileStore(directory).getUsableSpace() - MIN_DISK_FREE;
      if (held - needed > Math.max(needed, 2L * JOURNAL_FILE_BYTES) && needed < free) {
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
  public void close() {
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

  private static Configuration configuration(Path directory, int port) throws Exception {
    return new ConfigurationImpl()
        .setName("evcharging")
        .setSecurityEnabled(false)
        .setJMXManagementEnabled(false)
        .setThreadPoolMaxSize(THREADS)
        .setScheduledThreadPoolMaxSize(SCHEDULED_THREADS)
        .setPersistenceEnabled(true)
        .setJournalType(JournalType.NIO)
        .setJournalFileSize(JOURNAL_FILE_BYTES)
        // A backlog that is gone gives its disk back: by default its files are kept for the next.
        .setJournalPoolFiles(JOURNAL_POOL_FILES)
        .setJournalCompactMinFiles(JOURNAL_POOL_FILES)
        .setJournalLockAcquisitionTimeout(LOCK_WAIT_MILLIS)
        .setJournalDirectory(directory.resolve("journal").toString())
        .setBindingsDirectory(directory.resolve("bindings").toString())
        .setPagingDirectory(directory.resolve("paging").toString())
        .setLargeMessagesDirectory(directory.resolve("large-messages").toString())
        .setGlobalMaxSize(MAX_MEMORY_BYTES)
        // In bytes, not in percent: a large disk that is nearly full has room enough.
        .setMaxDiskUsage(-1)
        .setMinDiskFree(MIN_DISK_FREE)
        .addAcceptorConfiguration(overTcp(port))
        .addAcceptorConfiguration(inside(port))
        .addAddressSetting("#", addresses());
  }

  /** Not as URIs: to take them apart, the broker reads the properties of many classes. */
  private static TransportConfiguration overTcp(int port) {
    Map<String, Object> values =
        Map.of(
            TransportConstants.HOST_PROP_NAME, HOST,
            TransportConstants.PORT_PROP_NAME, port);
    return new TransportConfiguration(NettyAcceptorFactory.class.getName(), values, "tcp");
  }

  private static TransportConfiguration inside(int port) {
    Map<String, Object> values =
        Map.of(
            org.apache.activemq.artemis.core.remoting.impl.invm.TransportConstants
                .SERVER_ID_PROP_NAME,
            port);
    return new TransportConfiguration(InVMAcceptorFactory.class.getName(), values, "vm");
  }

  private static AddressSettings addresses() {
    return new AddressSettings()
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
        // Who sends is told; by default it would wait without a word.
        .setDiskFullMessagePolicy(DiskFullMessagePolicy.FAIL)
        // A crash gives back what was under way: no number of crashes makes it undeliverable.
        .setMaxDeliveryAttempts(-1)
        .setAutoCreateAddresses(true)
        .setAutoCreateQueues(true)
        // The vehicles of a large fleet share these, in place of an entry in memory for each.
        .setDefaultGroupBuckets(GROUP_BUCKETS)
        .setDeadLetterAddress(SimpleString.of("dead-letters"))
        .setAutoCreateDeadLetterResources(true)
        .setExpiryAddress(SimpleString.of("expired"))
        .setAutoCreateExpiryResources(true);
  }
}
