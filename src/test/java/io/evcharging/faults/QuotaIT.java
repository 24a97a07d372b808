package io.evcharging.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data directory that may hold little, and a sink that is down: both ways to go on. */
class QuotaIT {

  private static final int VEHICLES = 200;

  /** More than eight consumers fetch ahead, 64 KiB each: what they have is not dropped. */
  private static final int FETCHED = 1000;

  /** The least that there can be. */
  private static final int QUOTA = 48 << 20;

  private static final String DROPPED =
      "evcharging_deliveries_total{outcome=\"dropped\",sink=\"rest\"}";

  @TempDir private Path directory;

  @Test
  void shouldStopPollingAtTheQuotaAndGoOnWhenThereIsRoom() throws Exception {
    try (Cars cars = Cars.start();
        Receiver receiver = Receiver.start();
        Rig rig = rig(cars, receiver)) {
      rig.start();
      rig.awaitLog("more than evcharging.data-directory.quota=" + QUOTA);
      int accepted = settled(rig);
      receiver.answerWith(204);
      rig.awaitLog("polling goes on: there is room again");
      rig.awaitMoreAccepted(VEHICLES);
      assertTrue(accepted > VEHICLES, "it had polled before");
      rig.stop();
      rig.set("poll.tesla-charge.enabled", false).start();
      rig.awaitDelivered(receiver.arrivals());
      new Ledger("quota reached, stop-polling", 1, rig.accepted())
          .sink("rest", receiver.arrivals())
          .assertNothingLost();
    }
  }

  @Test
  void shouldGiveUpTheOldestAndCountThemWhenToldTo() throws Exception {
    try (Cars cars = Cars.start();
        Receiver receiver = Receiver.start();
        Rig rig = rig(cars, receiver)) {
      rig.set("data-directory.when-full", "drop-oldest").start();
      Awaitility.await("drops")
          .atMost(10, TimeUnit.MINUTES)
          .until(() -> rig.count("oldest observations dropped") >= 6);
      assertEquals(0, rig.pauses(), "it goes on polling");
      assertTrue(used(rig) < QUOTA * 5L / 4, "the journal gives its room back: " + used(rig));
      assertEquals(
          (double) rig.dropped(), Metrics.of(rig).value(DROPPED), "the metric counts them");
      rig.stop();
      receiver.answerWith(204);
      rig.set("poll.tesla-charge.enabled", false).start();
      awaitEmpty(rig);
      assertOnlyOldOnesAreGone(List.copyOf(rig.accepted()), receiver.arrivals(), rig.dropped());
    }
  }

  private static void assertOnlyOldOnesAreGone(
      List<String> accepted, List<Arrival> arrivals, long counted) {
    Set<String> gone = new HashSet<>(accepted);
    arrivals.forEach(arrival -> gone.remove(arrival.id()));
    System.out.printf(
        "drop-oldest: accepted %d, delivered %d, dropped %d, counted %d%n",
        accepted.size(), arrivals.size(), gone.size(), counted);
    assertEquals(counted, gone.size(), "what is gone was counted");
    List<Integer> places =
        IntStream.range(0, accepted.size())
            .filter(place -> gone.contains(accepted.get(place)))
            .boxed()
            .toList();
    int last = places.get(places.size() - 1);
    assertTrue(places.get(0) < FETCHED, "from the first ones on, but for those fetched ahead");
    assertTrue(last - places.get(0) - gone.size() < FETCHED, "none is skipped but as it goes by");
    assertTrue(last < accepted.size() - 10 * VEHICLES, "and the newest are all there");
  }

  private static void awaitEmpty(Rig rig) {
    Awaitility.await("nothing waits")
        .atMost(5, TimeUnit.MINUTES)
        .ignoreExceptions()
        .until(() -> Metrics.of(rig).value("evcharging_backlog{sink=\"rest\"}") == 0);
  }

  private static long used(Rig rig) throws IOException {
    try (Stream<Path> files = Files.walk(rig.data())) {
      return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
    }
  }

  private Rig rig(Cars cars, Receiver receiver) throws Exception {
    receiver.answerWith(503);
    return new Rig(directory, directory.resolve("data"), cars, VEHICLES)
        .set("deliver.sinks", "rest")
        .set("deliver.rest.url", receiver.url())
        .set("data-directory.quota", QUOTA);
  }

  /** What was under way is over, and no more comes. */
  private static int settled(Rig rig) throws InterruptedException {
    TimeUnit.SECONDS.sleep(3);
    int accepted = rig.acceptedNow();
    TimeUnit.SECONDS.sleep(5);
    assertEquals(accepted, rig.acceptedNow(), "nothing is polled");
    return accepted;
  }
}
