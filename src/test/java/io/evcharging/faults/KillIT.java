package io.evcharging.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9, at any instant, under load. */
class KillIT {

  private static final int KILLS = Integer.getInteger("faults.kills", 3);
  private static final long SEED = Long.getLong("faults.seed", 20261121);
  private static final int VEHICLES = 100;
  private static final int LATEST_MILLIS = 3000;

  @TempDir private Path directory;

  @Test
  void shouldLoseNothingWhenItIsKilledAtAnyInstant() throws Exception {
    Random random = new Random(SEED);
    try (Cars cars = Cars.start();
        Receiver receiver = Receiver.start();
        Rig rig = new Rig(directory, directory.resolve("data"), cars, VEHICLES)) {
      rig.set("deliver.sinks", "file,jms,rest").set("deliver.rest.url", receiver.url());
      rig.set("deliver.jms.destination", "queue:faults");
      for (int kill = 0; kill < KILLS; kill++) {
        rig.start();
        // One in five before anything was accepted: while it starts, and takes up what was left.
        int before = random.nextInt(5);
        if (before > 0) {
          Awaitility.await().atMost(2, TimeUnit.MINUTES).until(() -> rig.acceptedNow() > 0);
        }
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LATEST_MILLIS));
        rig.kill();
      }
      finish(rig, receiver);
    }
  }

  private void finish(Rig rig, Receiver receiver) throws Exception {
    BrokerDoor door = new BrokerDoor();
    rig.set("jms.embedded-port", door.port()).set("poll.tesla-charge.enabled", false).start();
    rig.awaitLog("running: delivers");
    rig.awaitDelivered(receiver.arrivals());
    Path files = rig.data().resolve("observations");
    rig.awaitDelivered(() -> Arrival.inFiles(files));
    List<Arrival> published = rig.awaitDelivered(door, "faults");
    Ledger ledger =
        new Ledger("kill -9 (seed " + SEED + ")", KILLS, rig.accepted())
            .sink("file", Arrival.inFiles(files))
            .sink("jms", published)
            .sink("rest", receiver.arrivals());
    ledger.assertNothingLost();
    rig.stop();
  }
}
