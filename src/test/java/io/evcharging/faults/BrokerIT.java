package io.evcharging.faults;

import io.evcharging.faults.TcpProxy.Mood;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker elsewhere: killed, restarted, and behind a network that is not good. */
class BrokerIT {

  private static final int ROUNDS = Integer.getInteger("faults.rounds", 1);
  private static final long SEED = Long.getLong("faults.seed", 20261121);
  private static final int VEHICLES = 50;

  /** Longer than it takes to find a dead connection. */
  private static final int LONG_SECONDS = 20;

  @TempDir private Path directory;

  private interface Spoiler {
    void spoil(BrokerProcess broker, TcpProxy network, Random random) throws Exception;
  }

  @Test
  void shouldLoseNothingWhenTheBrokerIsKilledAndStartedAgain() throws Exception {
    run(
        "broker: kill -9 and restart",
        (broker, network, random) -> {
          broker.kill();
          TimeUnit.MILLISECONDS.sleep(random.nextInt(3000));
          broker.start();
        });
  }

  @Test
  void shouldLoseNothingWhenTheNetworkIsCut() throws Exception {
    run("network: cut for 3 s", (broker, network, random) -> spoil(network, Mood.CUT, 3));
  }

  @Test
  void shouldLoseNothingWhenTheNetworkDropsEverything() throws Exception {
    run(
        "network: drops all for " + LONG_SECONDS + " s",
        (broker, network, random) -> spoil(network, Mood.DROP, LONG_SECONDS));
  }

  @Test
  void shouldLoseNothingWhenTheNetworkIsSlow() throws Exception {
    run(
        "network: each piece 300 ms late for 10 s",
        (broker, network, random) -> spoil(network, Mood.DELAY, 10));
  }

  private static void spoil(TcpProxy network, Mood mood, int seconds) throws InterruptedException {
    network.be(mood);
    TimeUnit.SECONDS.sleep(seconds);
    network.be(Mood.PASS);
  }

  private void run(String fault, Spoiler spoiler) throws Exception {
    Random random = new Random(SEED);
    try (Cars cars = Cars.start();
        Receiver receiver = Receiver.start();
        BrokerProcess broker = new BrokerProcess(directory).start();
        TcpProxy network = TcpProxy.to(broker.door().port());
        Rig rig = new Rig(directory, directory.resolve("data"), cars, VEHICLES)) {
      rig.set("deliver.sinks", "file,jms,rest").set("deliver.rest.url", receiver.url());
      rig.set("deliver.jms.destination", "queue:faults").set("jms.broker-url", network.url());
      rig.start();
      for (int round = 0; round < ROUNDS; round++) {
        rig.awaitMoreAccepted(VEHICLES);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(1000));
        spoiler.spoil(broker, network, random);
      }
      rig.awaitMoreAccepted(VEHICLES);
      finish(fault, rig, receiver, broker.door());
    }
  }

  private static void finish(String fault, Rig rig, Receiver receiver, BrokerDoor door)
      throws Exception {
    rig.stop();
    rig.set("poll.tesla-charge.enabled", false).start();
    Path files = rig.data().resolve("observations");
    rig.awaitDelivered(receiver.arrivals());
    rig.awaitDelivered(() -> Arrival.inFiles(files));
    List<Arrival> published = rig.awaitDelivered(door, "faults");
    new Ledger(fault, ROUNDS, rig.accepted())
        .sink("file", Arrival.inFiles(files))
        .sink("jms", published)
        .sink("rest", receiver.arrivals())
        .assertNothingLost();
    rig.stop();
  }
}
