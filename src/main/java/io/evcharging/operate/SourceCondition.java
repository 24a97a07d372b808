package io.evcharging.operate;

import io.evcharging.poll.PollHistory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the polls of one source succeed: an answer that a vehicle sleeps is one. It is ill when
 * several ticks of its schedule have gone by since the first poll after the last success, and, as
 * long as a poll of that time has no end, the time that an answer may take; before that, and where
 * nothing was to be asked, it is well. Likewise when all its vehicles have been left alone for as
 * long, or wait for their month's pace for longer than that explains.
 */
public final class SourceCondition implements Condition {

  private final String source;
  private final Overdue overdue;
  private final PollHistory history;
  private final IntSupplier vehicles;
  private final Supplier<Optional<Instant>> leftAlone;
  private final Supplier<Duration> pace;
  private final Clock clock;
  private final Instant started;

  /**
   * Watches a source from now on.
   *
   * @param source its id
   * @param overdue when it has gone without a success for too long
   * @param history how its polls ended
   * @param vehicles how many vehicles have it
   * @param leftAlone since when all of these are, for this source at least
   * @param pace how far apart the budget of this month spreads the polls of a vehicle of this
   *     source
   * @param clock for now
   */
  public SourceCondition(
      String source,
      Overdue overdue,
      PollHistory history,
      IntSupplier vehicles,
      Supplier<Optional<Instant>> leftAlone,
      Supplier<Duration> pace,
      Clock clock) {
    this.source = source;
    this.overdue = overdue;
    this.history = history;
    this.vehicles = vehicles;
    this.leftAlone = leftAlone;
    this.pace = pace;
    this.clock = clock;
    this.started = clock.instant();
  }

  @Override
  public String name() {
    return "source-" + source;
  }

  @Override
  public Reading read() {
    PollHistory.Polls polls = history.of(source);
    int count = vehicles.getAsInt();
    Reading reading = read(polls, count, clock.instant()).with("vehicles", count);
    for (var outcome : polls.outcomes().entrySet()) {
      reading = reading.with(outcome.getKey(), outcome.getValue());
    }
    return reading;
  }

  private Reading read(PollHistory.Polls polls, int count, Instant now) {
    if (count == 0) {
      return Reading.well("no vehicle has it");
    }
    Instant success = polls.lastSuccess();
    Instant quiet = success == null ? started : success;
    if (isLeftAlone(quiet, now)) {
      return Reading.ill(
          nothing(success, now) + "; every vehicle that has it is left alone, see status");
    } else if (isUnanswered(polls, now)) {
      return Reading.ill(nothing(success, now) + asked(polls));
    } else if (isHeldBack(polls, count, now) && now.isAfter(overdue.after(quiet, pace.get()))) {
      return Reading.ill(nothing(success, now) + heldBack(polls));
    } else if (success == null) {
      return Reading.well(
          "no answer yet, the first is waited for until " + seconds(awaited(polls)));
    }
    return Reading.well("last answer " + Ago.of(success, now));
  }

  /** A short wait of the only vehicle is not worth a word. */
  private boolean isLeftAlone(Instant quiet, Instant now) {
    return now.isAfter(overdue.after(quiet))
        && leftAlone.get().filter(since -> now.isAfter(overdue.after(since))).isPresent();
  }

  /** Vehicles that nothing happens with are asked seldom: it counts from the first of them on. */
  private boolean isUnanswered(PollHistory.Polls polls, Instant now) {
    return polls.askedFirst() != null
        && now.isAfter(awaited(polls))
        && !isAskedByOthers(polls, now);
  }

  private Instant awaited(PollHistory.Polls polls) {
    return awaited(polls, askedFirst(polls));
  }

  private Instant awaited(PollHistory.Polls polls, Instant since) {
    return mayBeAnswered(polls) ? overdue.afterAnswer(since) : overdue.after(since);
  }

  /** Whether a poll of the ticks that may go by has no end yet. */
  private boolean mayBeAnswered(PollHistory.Polls polls) {
    Instant underWay = polls.underWaySince();
    return polls.lastFailure() == null
        || (underWay != null && !underWay.isAfter(overdue.after(askedFirst(polls))));
  }

  private Instant askedFirst(PollHistory.Polls polls) {
    Instant asked = polls.askedFirst();
    return asked == null ? started : asked;
  }

  /** Other nodes may have had all polls since: those know how it is. */
  private boolean isAskedByOthers(PollHistory.Polls polls, Instant now) {
    Instant asked = polls.askedLast();
    return history.shared() && asked != null && now.isAfter(awaited(polls, asked));
  }

  /** What a tick has found long ago, another node's ticks have found otherwise since. */
  private boolean isHeldBack(PollHistory.Polls polls, int count, Instant now) {
    Instant found = polls.aheadAt();
    return polls.ahead() >= count && found != null && !now.isAfter(overdue.after(found));
  }

  private static String nothing(@Nullable Instant success, Instant now) {
    return "no poll has succeeded "
        + (success == null ? "since the start" : "for " + Ago.length(success, now));
  }

  private static String asked(PollHistory.Polls polls) {
    String last = polls.lastFailure();
    return "; %d were asked for, %s"
        .formatted(
            polls.askedSinceSuccess(),
            last == null ? "none has ended" : "the last ended as " + last.toLowerCase(Locale.ROOT));
  }

  private static String heldBack(PollHistory.Polls polls) {
    return "; %d vehicles are ahead of their month's pace and wait for it, see"
            .formatted(polls.ahead())
        + " evcharging.budget.vehicle.per-month";
  }

  private static String seconds(Instant until) {
    return Instant.ofEpochSecond(until.getEpochSecond()).toString();
  }
}
