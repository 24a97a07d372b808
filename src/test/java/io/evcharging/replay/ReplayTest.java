package io.evcharging.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.deliver.DeliveryFailures;
import io.evcharging.deliver.DeliveryRetry.Waits;
import io.evcharging.failure.RefusedException;
import io.evcharging.failure.StopAndReportException;
import io.evcharging.failure.WaitAndRetryException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

  private static final Instant DAY = Instant.parse("2026-11-20T00:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path folder;
  private final List<String> taken = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Queue<RuntimeException> failures = new ArrayDeque<>();
  private Duration slept = Duration.ZERO;

  private static String line(String vehicle, Instant receivedAt) {
    UUID id = UUID.nameUUIDFromBytes((vehicle + receivedAt).getBytes(UTF_8));
    return """
        {"type":"io.evcharging.observation.v1","id":"%s","vehicle":{"id":"%s","brand":"KIA"},"source":{"endpoint":"charge-signals"},"receivedAt":"%s"}
        """
        .formatted(id, vehicle, receivedAt);
  }

  private void write(String file, String... lines) throws IOException {
    Files.writeString(
        folder.resolve(file),
        String.join("", lines),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private Replay.Report replay(Selection selection) throws IOException {
    return new Replay(
            new DailyFiles(folder),
            this::take,
            new Replay.Manner(10, MINUTE),
            new Waits(Duration.ofSeconds(1), MINUTE, MINUTE, () -> 0),
            new DeliveryFailures(Clock.systemUTC()),
            time -> slept = slept.plus(time),
            notes::add)
        .run(selection);
  }

  private Replay.Report replayAll() throws IOException {
    return replay(new Selection(Instant.EPOCH, Instant.MAX, Set.of()));
  }

  private void take(ArchivedObservation observation) {
    RuntimeException failure = failures.poll();
    if (failure != null) {
      throw failure;
    }
    taken.add(observation.vehicleId() + " " + observation.receivedAt());
  }

  @Test
  void shouldKeepTheOrderOfFilesAndLines() throws IOException {
    write("observations-2026-11-21.ndjson", line("a", DAY.plus(Duration.ofDays(1))));
    write("observations-2026-11-20.10.ndjson", line("a", DAY.plusSeconds(3)));
    write("observations-2026-11-20.2.ndjson", line("a", DAY.plusSeconds(2)));
    write("observations-2026-11-20.ndjson", line("a", DAY), line("a", DAY.plusSeconds(1)));
    write("notes.txt", "not one of them");
    assertTrue(replayAll().complete());
    assertEquals(5, taken.size());
    assertEquals(taken.stream().sorted().toList(), taken);
  }

  @Test
  void shouldSelectByTimeAndVehicle() throws IOException {
    write("observations-2026-11-20.ndjson", line("a", DAY), line("b", DAY.plusSeconds(1)));
    write(
        "observations-2026-11-21.ndjson",
        line("a", DAY.plusSeconds(2)),
        line("a", DAY.plusSeconds(3)));
    replay(new Selection(DAY.plusSeconds(1), DAY.plusSeconds(3), Set.of("a")));
    assertEquals(List.of("a 2026-11-20T00:00:02Z"), taken);
  }

  @Test
  void shouldReadPackedFilesAndOneFileByItsName() throws IOException {
    try (OutputStream packed =
        new GZIPOutputStream(
            Files.newOutputStream(folder.resolve("observations-2026-11-20.ndjson.gz")))) {
      packed.write(line("a", DAY).getBytes(UTF_8));
    }
    assertEquals(1, replayAll().delivered());
  }

  @Test
  void shouldLeaveALineThatIsBeingWrittenAndTellOfOthersThatCannotBeRead() throws IOException {
    write("observations-2026-11-20.ndjson", line("a", DAY), "{\"type\":\"io.evch");
    assertTrue(replayAll().complete());
    write("observations-2026-11-20.ndjson", "\n", "{}\n", line("b", DAY));
    Replay.Report report = replayAll();
    assertEquals(2, report.unreadable());
    assertFalse(report.complete());
    assertEquals(3, taken.size());
  }

  @Test
  void shouldKeepToTheRate() throws IOException {
    for (int second = 0; second < 50; second++) {
      write("observations-2026-11-20.ndjson", line("a", DAY.plusSeconds(second)));
    }
    replayAll();
    assertEquals(Duration.ofSeconds(5), slept);
  }

  @Test
  void shouldTryAgainWhatPassesAndWaitAsLongAsRetryAfterSays() throws IOException {
    write("observations-2026-11-20.ndjson", line("a", DAY), line("a", DAY.plusSeconds(1)));
    failures.add(new WaitAndRetryException("busy", Duration.ofSeconds(40), null));
    assertTrue(replayAll().complete());
    assertEquals(2, taken.size());
    assertEquals(Duration.ofMillis(40_200), slept);
  }

  @Test
  void shouldGoOnWithoutWhatTheSinkWillNeverTake() throws IOException {
    write("observations-2026-11-20.ndjson", line("a", DAY), line("a", DAY.plusSeconds(1)));
    failures.add(new RefusedException("HTTP 422", null));
    Replay.Report report = replayAll();
    assertEquals(1, report.refused());
    assertEquals(1, report.delivered());
    assertFalse(report.complete());
    assertTrue(notes.get(0).contains("HTTP 422"), notes.toString());
  }

  @Test
  void shouldStopWhenTheSinkTakesNothingAndSayWhereToGoOn() throws IOException {
    write("observations-2026-11-20.ndjson", line("a", DAY), line("a", DAY.plusSeconds(1)));
    failures.add(new StopAndReportException("HTTP 401", null));
    Replay.Report refused = replayAll();
    assertEquals("HTTP 401", refused.stopped());
    assertEquals(List.of(), taken);
    for (int time = 0; time < 100; time++) {
      failures.add(new WaitAndRetryException("down", null, null));
    }
    assertEquals("down", replayAll().stopped());
    assertTrue(slept.compareTo(MINUTE.plusSeconds(2)) < 0, slept.toString());
  }
}
