package io.evcharging.standalone;

import java.nio.file.Path;
import java.util.Map;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.DiskFullMessagePolicy;

/** What the broker inside is told. */
final class BrokerConfiguration {

  static final long MIN_DISK_FREE = 16L << 20;
  static final int JOURNAL_FILE_BYTES = 4 << 20;

  /** Of its own 30, and 16 for those that connect inside: the work is short, and never waits. */
  static final int THREADS = 8;

  static final int SCHEDULED_THREADS = 2;

  private static final long MAX_MEMORY_BYTES = 64L << 20;
  private static final int JOURNAL_POOL_FILES = 4;
  private static final int GROUP_BUCKETS = 1024;
  private static final long LOCK_WAIT_MILLIS = 2000;

  /** The journal may need a new file in between: with none to be had the broker stops. */
  private static final int LOOK_AT_DISK_MILLIS = 1000;

  private BrokerConfiguration() {}

  static Configuration of(Path directory, int port) throws Exception {
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
        .setDiskScanPeriod(LOOK_AT_DISK_MILLIS)
        .addAcceptorConfiguration(overTcp(port))
        .addAcceptorConfiguration(inside(port))
        .addAddressSetting("#", addresses());
  }

  /** Not as URIs: to take them apart, the broker reads the properties of many classes. */
  private static TransportConfiguration overTcp(int port) {
    Map<String, Object> values =
        Map.of(
            TransportConstants.HOST_PROP_NAME,
            EmbeddedBroker.HOST,
            TransportConstants.PORT_PROP_NAME,
            port);
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
