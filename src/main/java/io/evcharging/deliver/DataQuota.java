package io.evcharging.deliver;

import io.evcharging.config.QuotaConfig;
import io.evcharging.config.QuotaConfig.WhenFull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, now and then, how much the data directory holds and how much of its disk is free. At the
 * bound either nothing is accepted until there is room again, or the oldest that waits is given up.
 */
public final class DataQuota extends ServiceSupport {

  private static final Logger LOG = LoggerFactory.getLogger(DataQuota.class);
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final Path directory;
  private final QuotaConfig quota;
  private final Acceptance acceptance;
  private final Runnable makeRoom;
  private final BooleanSupplier dropOldest;
  private final Supplier<ScheduledExecutorService> threads;
  private @Nullable ScheduledExecutorService thread;
  private @Nullable Future<?> looking;
  private volatile long used;

  /**
   * Looks after a folder.
   *
   * @param directory need not be there yet
   * @param quota its bounds, and what to do there
   * @param acceptance is closed when it is full
   * @param makeRoom gives back what is not needed, where there is such a thing
   * @param dropOldest gives some of the oldest up, and says whether there was any
   * @param threads makes the thread that looks
   */
  public DataQuota(
      Path directory,
      QuotaConfig quota,
      Acceptance acceptance,
      Runnable makeRoom,
      BooleanSupplier dropOldest,
      Supplier<ScheduledExecutorService> threads) {
    this.directory = directory;
    this.quota = quota;
    this.acceptance = acceptance;
    this.makeRoom = makeRoom;
    this.dropOldest = dropOldest;
    this.threads = threads;
  }

  @Override
  protected void doStart() {
    if (quota.bytes() > 0 || quota.keepFree() > 0) {
      look();
      thread = threads.get();
      looking =
          thread.scheduleWithFixedDelay(
              this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  protected void doStop() {
    if (thread != null && looking != null) {
      looking.cancel(false);
      thread.shutdownNow();
    }
  }

  /** Also what a schedule runs: one that throws would never run again. */
  void look() {
    try {
      Optional<String> full = full();
      if (full.isPresent()) {
        makeRoom.run();
        full = full();
      }
      boolean dropped =
          full.isPresent() && quota.whenFull() == WhenFull.DROP_OLDEST && dropOldest.getAsBoolean();
      if (dropped) {
        makeRoom.run();
      }
      acceptance.setFull(dropped ? null : full.orElse(null));
    } catch (IOException | RuntimeException e) {
      LOG.warn("cannot tell how full {} is: {}", directory, e.toString());
    }
  }

  private Optional<String> full() throws IOException {
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    long free = Files.getFileStore(directory).getUsableSpace();
    if (free < quota.keepFree()) {
      return Optional.of(
          "the disk of %s has %d bytes left, less than evcharging.data-directory.keep-free=%d"
              .formatted(directory, free, quota.keepFree()));
    }
    used = quota.bytes() == 0 ? 0 : size();
    return used <= quota.bytes()
        ? Optional.empty()
        : Optional.of(
            "%s holds %d bytes, more than evcharging.data-directory.quota=%d"
                .formatted(directory, used, quota.bytes()));
  }

  /**
   * What the data directory held at the last look, in bytes.
   *
   * @return 0 where there is no quota
   */
  public long used() {
    return used;
  }

  private long size() throws IOException {
    AtomicLong bytes = new AtomicLong();
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes.addAndGet(attributes.size());
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException reason) {
            if (reason instanceof NoSuchFileException || reason instanceof AccessDeniedException) {
              return FileVisitResult.CONTINUE; // Gone meanwhile; or not ours, like lost+found.
            }
            throw new UncheckedIOException(reason);
          }
        });
    return bytes.get();
  }
}
