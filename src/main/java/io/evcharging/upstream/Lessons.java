package io.evcharging.upstream;

import io.evcharging.source.ChargeSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * What polls of this node have taught, until it is written down, second by second. What a killed
 * node has not written is asked again.
 */
final class Lessons {

  /** More than a node polls while the tables cannot be reached; then the newest are lost. */
  private static final int MOST = 100_000;

  private final BlockingQueue<Lesson> untold = new ArrayBlockingQueue<>(MOST);
  private final Rhythms rhythms;

  /** What happened. */
  enum Kind {
    STARTED,
    ENDED,
    ANSWERED,
    UNREACHABLE,
    FAILED,
    HELD_BACK
  }

  /** One poll's. */
  record Lesson(Kind kind, ChargeSource source, String vehicleId, Sighting sighting, long at) {}

  Lessons(Rhythms rhythms) {
    this.rhythms = rhythms;
  }

  void add(Lesson lesson) {
    boolean unused = untold.offer(lesson);
  }

  /** Takes what is there. */
  List<Lesson> take() {
    List<Lesson> taken = new ArrayList<>();
    untold.drainTo(taken);
    return taken;
  }

  /** It could not be written down. */
  void giveBack(List<Lesson> lessons) {
    lessons.forEach(this::add);
  }

  /** Applies them, the oldest first, to all that is known of their vehicles: what has changed. */
  List<Pace> apply(List<Lesson> lessons, List<Pace> known) {
    Map<String, List<Pace>> byVehicle = new LinkedHashMap<>();
    for (Pace pace : known) {
      pace.waitsFor = 0;
      byVehicle.computeIfAbsent(pace.vehicleId, id -> new ArrayList<>()).add(pace);
    }
    for (Lesson lesson : lessons) {
      List<Pace> all = byVehicle.getOrDefault(lesson.vehicleId(), List.of());
      all.stream()
          .filter(pace -> pace.source == lesson.source())
          .forEach(pace -> apply(lesson, pace, all));
    }
    return known.stream().filter(pace -> pace.changed).toList();
  }

  private void apply(Lesson lesson, Pace pace, List<Pace> all) {
    pace.changed = true;
    pace.given = 0;
    switch (lesson.kind()) {
      case STARTED -> {}
      case ENDED -> pace.asked = 0;
      case HELD_BACK -> {
        pace.asked = 0;
        pace.waitsFor = lesson.at();
      }
      case UNREACHABLE -> {
        pace.mood = Mood.ASLEEP;
        pace.misses++;
        pace.failed = lesson.at();
      }
      case FAILED -> pace.failed = lesson.at();
      case ANSWERED -> answered(pace, all, lesson);
    }
  }

  private void answered(Pace pace, List<Pace> all, Lesson lesson) {
    pace.success = lesson.at();
    pace.met = pace.mood == Mood.ASLEEP ? pace.success : pace.met;
    pace.misses = 0;
    if (!rhythms.adaptive()) {
      return;
    }
    Mood seen = lesson.sighting().mood();
    if (seen != Mood.UNKNOWN) {
      all.stream().filter(other -> other.mood != seen).forEach(other -> tell(other, seen));
    } else if (pace.mood == Mood.ASLEEP) {
      pace.mood = Mood.UNKNOWN;
    }
    pace.endAsked &= pace.mood == Mood.CHARGING;
    askAtTheEnd(pace, lesson.sighting().completesAt());
  }

  /** What one source tells about a vehicle is known for all. */
  private static void tell(Pace other, Mood mood) {
    other.mood = mood;
    other.changed = true;
  }

  /** Once, where the end comes before the next poll. */
  private void askAtTheEnd(Pace pace, @Nullable Instant end) {
    if (end == null || pace.endAsked) {
      return;
    }
    Rhythm rhythm = rhythms.of(pace.source);
    long at = end.toEpochMilli() + rhythm.afterEnd();
    if (at > pace.success && at < pace.tick + rhythm.interval(pace)) {
      pace.endAsked = true;
      pace.waitsFor = at;
    }
  }
}
