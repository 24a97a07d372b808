package io.evcharging.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sink that is down for long, while the program is stopped, killed and started again. */
class SinkDownIT {

  private static final int ROUNDS = Integer.getInteger("faults.rounds", 1);
  private static final int VEHICLES = 100;

  @TempDir private Path directory;

  @Test
  void shouldDeliverEverythingWhenTheSinkIsBack() throws Exception {
    try (Cars cars = Cars.start();
        Receiver receiver = Receiver.start();
        Rig rig = new Rig(directory, directory.resolve("data"), cars, VEHICLES)) {
      rig.set("deliver.sinks", "file,rest").set("deliver.rest.url", receiver.url());
      receiver.answerWith(503);
      for (int round = 0; round < ROUNDS; round++) {
        rig.start();
        rig.awaitMoreAccepted(10 * VEHICLES);
        rig.kill();
        rig.start();
        rig.awaitMoreAccepted(VEHICLES);
        rig.stop();
      }
      assertEquals(0, receiver.arrivals().size());
      assertTrue(receiver.refusals().size() > 2 * ROUNDS, "it was tried");
      rig.set("poll.tesla-charge.enabled", false).start();
      TimeUnit.SECONDS.sleep(1);
      receiver.answerWith(204);
      Path files = rig.data().resolve("observations");
      rig.awaitDelivered(receiver.arrivals());
      rig.awaitDelivered(() -> Arrival.inFiles(files));
      new Ledger("sink rest down (503), over a kill -9 and a stop", ROUNDS, rig.accepted())
          .sink("file", Arrival.inFiles(files))
          .sink("rest", receiver.arrivals())
          .assertNothingLost();
      rig.stop();
    }
  }
}
