package io.evcharging.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full: by what waits for a sink, and by somebody else. Needs the right to mount.
 */
class DiskFullIT {

  private static final int VEHICLES = 200;
  private static final String SIZE = "size=80m";
  private static final int ROUNDS = Integer.getInteger("faults.rounds", 1);
  private static final long SEED = Long.getLong("faults.seed", 20261121);

  /** Longer than the broker takes to look, and than a file of its journal lasts. */
  private static final int FULL_SECONDS = 25;

  @TempDir private Path directory;
  private Path disk;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(directory.resolve("disk"));
    assumeTrue(
        succeeds("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", disk.toString()),
        "only who may mount can have a small disk");
  }

  @AfterEach
  void unmount() throws Exception {
    succeeds("umount", disk.toString());
  }

  @Test
  void shouldPauseBeforeTheDiskIsFullAndGoOnWhenThereIsRoom() throws Exception {
    try (Cars cars = Cars.start();
        Receiver receiver = Receiver.start();
        Rig rig = rig(cars, receiver)) {
      // No archive: what is delivered must give its room back.
      rig.set("deliver.sinks", "rest").set("data-directory.keep-free", 46_000_000).start();
      receiver.answerWith(503);
      rig.awaitLog("polling pauses");
      receiver.answerWith(204);
      rig.awaitLog("polling goes on");
      finish("disk full of what waits for a sink", 1, rig, receiver, false);
    }
  }

  @Test
  void shouldLoseNothingWhenSomebodyElseFillsTheDisk() throws Exception {
    try (Cars cars = Cars.start();
        Receiver receiver = Receiver.start();
        Rig rig = rig(cars, receiver)) {
      rig.set("data-directory.keep-free", 0).start();
      Random random = new Random(SEED);
      Path filler = disk.resolve("filler");
      for (int round = 0; round < ROUNDS; round++) {
        rig.awaitMoreAccepted(VEHICLES);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(5000));
        int before = rig.pauses();
        fill(filler);
        TimeUnit.SECONDS.sleep(FULL_SECONDS);
        assertTrue(rig.pauses() > before, rig::log);
        Files.delete(filler);
        rig.awaitMoreAccepted(VEHICLES);
      }
      finish("no byte left on the disk for " + FULL_SECONDS + " s", ROUNDS, rig, receiver, true);
    }
  }

  private Rig rig(Cars cars, Receiver receiver) throws IOException {
    return new Rig(directory, disk.resolve("data"), cars, VEHICLES)
        .set("deliver.sinks", "file,rest")
        .set("deliver.rest.url", receiver.url());
  }

  private static void finish(String fault, int times, Rig rig, Receiver receiver, boolean archived)
      throws Exception {
    rig.stop();
    rig.set("poll.tesla-charge.enabled", false).start();
    Ledger ledger = new Ledger(fault, times, rig.accepted());
    if (archived) {
      Path files = rig.data().resolve("observations");
      rig.awaitDelivered(() -> Arrival.inFiles(files));
      ledger.sink("file", Arrival.inFiles(files));
    }
    rig.awaitDelivered(receiver.arrivals());
    ledger.sink("rest", receiver.arrivals()).assertNothingLost();
    rig.stop();
  }

  private static void fill(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer zeros = ByteBuffer.allocate(4096);
      while (true) {
        zeros.clear();
        channel.write(zeros);
      }
    } catch (IOException full) {
      // What was wanted.
    }
  }

  private static boolean succeeds(String... command) throws Exception {
    return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
  }
}
