package io.evcharging.config;

import io.evcharging.source.ChargeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vehicles that are polled, as the file has them now: a look at the file's time and size
 * precedes every answer, but for one about a single vehicle a few milliseconds after the last look,
 * and a changed file is read again. A broken edit is logged once, and the last good list stays.
 * Safe for many threads: one reads the file, the others go on with the list they have.
 */
public final class Vehicles {

  /** A poll asks several times, and a look costs as much as its mapping. */
  private static final long LOOK_NANOS = 10_000_000;

  private final VehiclesConfig from;
  private final Logger log;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Seen seen;
  private volatile long looked = System.nanoTime() - LOOK_NANOS;

  Vehicles(VehiclesConfig from, Logger log) {
    this.from = from;
    this.log = log;
    this.seen = new Seen(stamp(), read(), 0);
  }

  /**
   * Reads a file for the first time.
   *
   * @param file see {@link VehiclesFile}
   * @return the vehicles
   * @throws ConfigurationException with all faults of the file
   */
  public static Vehicles open(Path file) {
    return open(VehiclesConfig.of(file));
  }

  /**
   * Reads the file for the first time; where vehicles are discovered, the last list of them and the
   * file of settings for some.
   *
   * @param from where they are
   * @return the vehicles, none where no list has been read yet
   * @throws ConfigurationException with all faults of one of the files
   */
  public static Vehicles open(VehiclesConfig from) {
    return new Vehicles(from, LoggerFactory.getLogger(Vehicles.class));
  }

  /**
   * The vehicles that have a source, whether or not it is switched on.
   *
   * @param source what is polled
   * @return in the order of the file, unmodifiable
   */
  public List<PolledVehicle> forSource(ChargeSource source) {
    return current().forSource(source);
  }

  /**
   * Looks a vehicle up.
   *
   * @param id the source API's vehicle id
   * @return empty when the file has no such vehicle
   */
  public Optional<PolledVehicle> byId(String id) {
    boolean fresh = System.nanoTime() - looked < LOOK_NANOS;
    return (fresh ? seen.list : current()).byId(id);
  }

  /**
   * All vehicles.
   *
   * @return in the order of the file, unmodifiable
   */
  public List<PolledVehicle> all() {
    return current().all();
  }

  /**
   * How many faults the file has as it is now.
   *
   * @return 0 where the vehicles are those of the file; else they are those that it had before
   */
  public int faults() {
    current();
    return seen.faults;
  }

  private VehicleList current() {
    looked = System.nanoTime();
    if (!stamp().equals(seen.stamp) && reading.tryLock()) {
      try {
        readIfChanged();
      } finally {
        reading.unlock();
      }
    }
    return seen.list;
  }

  /** Looks again, for another thread may have read the file in the meantime. */
  private void readIfChanged() {
    Stamps now = stamp();
    if (!now.equals(seen.stamp)) {
      seen = readAgain(now);
    }
  }

  private Seen readAgain(Stamps now) {
    try {
      return new Seen(now, read(), 0);
    } catch (ConfigurationException e) {
      int kept = seen.list.all().size();
      log.error("The vehicles stay as they were, {} of them. {}", kept, e.getMessage());
      return new Seen(now, seen.list, e.faults().size());
    }
  }

  private VehicleList read() {
    VehicleList list = new VehicleList(from.vehicles());
    Path file = from.file();
    if (list.all().isEmpty()) {
      log.warn("{} lists no vehicle: nothing will be polled", file);
    } else {
      log.info("{} lists {} vehicles", file, list.all().size());
    }
    return list;
  }

  private Stamps stamp() {
    Path settings = from.settings();
    return new Stamps(stamp(from.file()), settings == null ? Stamp.MISSING : stamp(settings));
  }

  private static Stamp stamp(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(now.lastModifiedTime(), now.size(), now.fileKey());
    } catch (IOException e) {
      return Stamp.MISSING;
    }
  }

  private record Seen(Stamps stamp, VehicleList list, int faults) {}

  private record Stamps(Stamp vehicles, Stamp settings) {}

  /** What changes when the file does; an editor that replaces the file changes the key. */
  private record Stamp(@Nullable FileTime modified, long size, @Nullable Object fileKey) {
    static final Stamp MISSING = new Stamp(null, -1, null);
  }
}
