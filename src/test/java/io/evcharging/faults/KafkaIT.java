package io.evcharging.faults;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evcharging.faults.KafkaProcess.Stored;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The observations in a topic of a real Kafka, over kills of it and of the program. */
class KafkaIT {

  private static final int ROUNDS = Integer.getInteger("faults.rounds", 1);
  private static final int VEHICLES = 20;

  /** After ten seconds Kafka knows that a consumer is dead; the rest is for a busy machine. */
  private static final Duration TAKEN_OVER = Duration.ofSeconds(30);

  @TempDir private Path directory;

  @Test
  void shouldKeepEachVehicleInOnePartitionAndItsOrderAndLoseNothing() throws Exception {
    try (Cars cars = Cars.start();
        KafkaProcess kafka = new KafkaProcess(directory).start();
        Rig rig = new Rig(directory, directory.resolve("data"), cars, VEHICLES)) {
      rig.of(KafkaProcess.home().resolve("evcharging"));
      rig.set("deliver.sinks", "file").set("observations", kafka.channel()).start();
      for (int round = 0; round < ROUNDS; round++) {
        killProgram(rig);
        rig.awaitMoreAccepted(2 * VEHICLES);
        kafka.kill();
        kafka.start();
        rig.awaitMoreAccepted(2 * VEHICLES);
      }
      finish(rig, kafka);
    }
  }

  /** While it polls and delivers. */
  private static void killProgram(Rig rig) throws Exception {
    rig.awaitMoreAccepted(3 * VEHICLES);
    Awaitility.await("delivers").atMost(TAKEN_OVER).until(() -> !delivered(rig).isEmpty());
    rig.kill();
    Set<String> left = rig.accepted();
    rig.start();
    awaitDelivered(rig, left);
  }

  private static void awaitDelivered(Rig rig, Set<String> ids) {
    rig.awaitLog("running: delivers");
    Awaitility.await("what was left is delivered")
        .atMost(TAKEN_OVER)
        .until(() -> Rig.ids(delivered(rig).stream()).containsAll(ids));
  }

  private static List<Arrival> delivered(Rig rig) throws IOException {
    return Arrival.inFiles(rig.data().resolve("observations"));
  }

  private static void finish(Rig rig, KafkaProcess kafka) throws Exception {
    rig.kill();
    rig.set("poll.tesla-charge.enabled", false).start();
    List<Stored> stored = kafka.stored();
    List<Arrival> inTopic = stored.stream().map(Stored::arrival).toList();
    awaitDelivered(rig, Rig.ids(inTopic.stream()));
    rig.stop();
    List<Arrival> delivered = delivered(rig);
    Ledger ledger =
        new Ledger("Kafka: kill -9 of it and of the program", ROUNDS, rig.accepted())
            .sink("topic", inTopic)
            .sink("file", delivered);
    ledger.assertNothingLost();
    assertEquals(orders(inTopic), orders(delivered), "each vehicle in the order of the topic");
    assertPartitions(stored);
  }

  /** Of each vehicle, its first arrivals one after the other. */
  private static Map<String, List<String>> orders(List<Arrival> arrivals) {
    return new LinkedHashSet<>(arrivals)
        .stream().collect(groupingBy(Arrival::vehicle, mapping(Arrival::id, toList())));
  }

  private static void assertPartitions(List<Stored> stored) {
    stored.forEach(one -> assertEquals(one.arrival().vehicle(), one.key(), "the key"));
    Map<String, Set<Integer>> partitions =
        stored.stream().collect(groupingBy(Stored::key, mapping(Stored::partition, toSet())));
    assertEquals(VEHICLES, partitions.size());
    partitions.forEach((vehicle, its) -> assertEquals(1, its.size(), vehicle + " in " + its));
    assertEquals(Set.of(0, 1, 2), stored.stream().map(Stored::partition).collect(toSet()));
  }
}
