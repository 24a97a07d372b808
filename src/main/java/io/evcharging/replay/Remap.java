package io.evcharging.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.evcharging.archive.RawAnswer;
import io.evcharging.failure.CannotMapException;
import io.evcharging.normalise.Answer;
import io.evcharging.normalise.NormalisedObservation;
import io.evcharging.normalise.Normaliser;
import io.evcharging.replay.Differences.Difference;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Maps raw answers again, by the mappers as they are now, and compares what comes out with what the
 * sink {@code file} has kept of them.
 */
public final class Remap {

  private final Path raw;
  private final Path observations;
  private final Normaliser normaliser = new Normaliser();
  private final Consumer<String> lines;
  private final Consumer<String> changed;

  private final Map<String, Long> byField = new TreeMap<>();
  private final Set<String> compared = new HashSet<>();
  private KeptObservations kept = KeptObservations.none();
  private @Nullable Instant day;
  private long answers;
  private long same;
  private long different;
  private long withoutKept;
  private long notMapped;
  private long withPlaces;

  /**
   * What came of it.
   *
   * @param answers how many were mapped again, or tried
   * @param same of how many nothing is different
   * @param different of how many something is
   * @param withoutKept for how many no observation is kept, or it has been compared already: the
   *     same reading comes again and again, and is kept once
   * @param notMapped how many cannot be mapped, or say nothing
   * @param unreadable how many lines were no answer
   * @param withPlaces how many of those that are different had places, or signals other than those
   *     of charging, which are not kept: they cannot be written
   * @param byField how often each field is different
   */
  public record Report(
      long answers,
      long same,
      long different,
      long withoutKept,
      long notMapped,
      long unreadable,
      long withPlaces,
      Map<String, Long> byField) {}

  /**
   * Compares.
   *
   * @param raw the folder of the raw answers
   * @param observations the folder of the sink {@code file}
   * @param lines gets what is different, to be read by people
   * @param changed gets each observation that is different, as it would be now: JSON
   */
  public Remap(Path raw, Path observations, Consumer<String> lines, Consumer<String> changed) {
    this.raw = raw;
    this.observations = observations;
    this.lines = lines;
    this.changed = changed;
  }

  /** Maps what is selected. */
  public Report run(Selection selection) throws IOException {
    DailyFiles archive = new DailyFiles(raw);
    archive.read(selection, line -> take(line, selection));
    return new Report(
        answers,
        same,
        different,
        withoutKept,
        notMapped,
        archive.unreadable(),
        withPlaces,
        byField);
  }

  private boolean take(String line, Selection selection) throws IOException {
    Optional<RawAnswer> read = RawAnswer.read(line);
    if (read.isEmpty()) {
      return false;
    }
    RawAnswer answer = read.get();
    Instant receivedAt = Instant.parse(answer.receivedAt());
    if (selection.takes(receivedAt, answer.vehicleId())) {
      answers++;
      openDay(receivedAt, selection);
      Optional<ArchivedObservation> mapped = mapped(answer);
      if (mapped.isEmpty()) {
        notMapped++;
      } else {
        compare(mapped.get());
      }
    }
    return true;
  }

  /** One day's observations at a time, so that a year needs no more memory than a day. */
  private void openDay(Instant receivedAt, Selection selection) throws IOException {
    Instant begins = receivedAt.truncatedTo(ChronoUnit.DAYS);
    if (!begins.equals(day)) {
      day = begins;
      compared.clear();
      kept =
          KeptObservations.of(
              new DailyFiles(observations),
              KeptObservations.part(selection, begins, begins.plus(1, ChronoUnit.DAYS)));
    }
  }

  private Optional<ArchivedObservation> mapped(RawAnswer raw) throws IOException {
    Optional<Answer> answer = raw.answer();
    try {
      return answer
          .flatMap(normaliser::normalise)
          .map(NormalisedObservation::json)
          .map(json -> ArchivedObservation.read(new String(json, UTF_8)));
    } catch (CannotMapException e) {
      lines.accept(raw.vehicleId() + " " + raw.source() + " " + raw.receivedAt());
      lines.accept("  " + e.getMessage());
      return Optional.empty();
    }
  }

  private void compare(ArchivedObservation mapped) {
    ArchivedObservation before = kept.of(mapped);
    if (before == null || !compared.add(before.id())) {
      withoutKept++;
      return;
    }
    List<Difference> differences = Differences.between(before.root(), mapped.root());
    if (differences.isEmpty()) {
      same++;
      return;
    }
    different++;
    lines.accept(
        "vehicle %s source %s received %s id %s"
            .formatted(before.vehicleId(), before.source(), before.receivedAt(), before.id()));
    for (Difference difference : differences) {
      lines.accept("  " + difference);
      byField.merge(difference.field(), 1L, Long::sum);
    }
    if (Differences.hasMore(before.root())) {
      withPlaces++;
    } else {
      changed.accept(mapped.json());
    }
  }
}
