package io.evcharging.poll;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** When the polls of each source last succeeded, and how they have ended since the start. */
public final class PollHistory implements PollListener {

  private final Map<String, Past> sources = new ConcurrentHashMap<>();
  private final boolean shared;
  private final Function<String, Optional<Instant>> underWaySince;
  private final Clock clock;

  /**
   * Remembers from now on.
   *
   * @param shared whether other nodes, too, take polls from the channel: those that this node plans
   *     are not its own then, those that it takes are
   * @param underWaySince of a source's polls that are under way, since when the oldest one is
   * @param clock for when
   */
  public PollHistory(
      boolean shared, Function<String, Optional<Instant>> underWaySince, Clock clock) {
    this.shared = shared;
    this.underWaySince = underWaySince;
    this.clock = clock;
  }

  /** Whether other nodes, too, take polls from the channel. */
  public boolean shared() {
    return shared;
  }

  /**
   * The polls of one source.
   *
   * @param lastSuccess {@code null} when none has succeeded
   * @param askedFirst when the first of these was, {@code null} when there is none
   * @param askedLast when the last of them was, or has failed
   * @param askedSinceSuccess how many were put on the polls channel (where nodes share it: taken
   *     from it), or have failed, since then
   * @param underWaySince since when the oldest of those is under way that are, {@code null} when
   *     none is
   * @param lastFailure the outcome of the last that failed since then, {@code null} when none has
   * @param ahead how many vehicles had no turn at the last tick since then, as they are ahead of
   *     their month's pace
   * @param aheadAt when that was, {@code null} for never
   * @param outcomes outcome to count, since the start
   */
  public record Polls(
      @Nullable Instant lastSuccess,
      @Nullable Instant askedFirst,
      @Nullable Instant askedLast,
      long askedSinceSuccess,
      @Nullable Instant underWaySince,
      @Nullable String lastFailure,
      int ahead,
      @Nullable Instant aheadAt,
      Map<String, Long> outcomes) {}

  @Override
  public void planned(String source) {
    if (!shared) {
      past(source).asked(clock.instant());
    }
  }

  @Override
  public void started(String source) {
    if (shared) {
      past(source).asked(clock.instant());
    }
  }

  @Override
  public void ahead(String source, int vehicles) {
    past(source).ahead(vehicles, clock.instant());
  }

  @Override
  public void ended(String source, PollOutcome outcome, long millis) {
    past(source).ended(outcome, clock.instant());
  }

  private Past past(String source) {
    return sources.computeIfAbsent(source, name -> new Past());
  }

  /**
   * How it stands with a source.
   *
   * @param source its id
   * @return never {@code null}, a copy
   */
  public Polls of(String source) {
    return past(source).copy(underWaySince.apply(source).orElse(null));
  }

  private static final class Past {

    private final Map<String, Long> outcomes = new TreeMap<>();
    private @Nullable Instant lastSuccess;
    private @Nullable Instant askedFirst;
    private @Nullable Instant askedLast;
    private @Nullable Instant aheadAt;
    private @Nullable String lastFailure;
    private long asked;
    private long failed;
    private int ahead;

    synchronized void asked(Instant now) {
      asked++;
      askedFirst = askedFirst == null ? now : askedFirst;
      askedLast = now;
    }

    synchronized void ahead(int vehicles, Instant now) {
      ahead = vehicles;
      aheadAt = now;
    }

    synchronized void ended(PollOutcome outcome, Instant now) {
      outcomes.merge(outcome.label(), 1L, Long::sum);
      if (outcome.reached()) {
        lastSuccess = now;
        lastFailure = null;
        askedFirst = null;
        askedLast = null;
        asked = 0;
        failed = 0;
        ahead = 0;
      } else if (!outcome.asked()) {
        asked = Math.max(0, asked - 1);
        forgetUnasked();
      } else {
        lastFailure = outcome.label();
        askedFirst = askedFirst == null ? now : askedFirst;
        askedLast = now;
        failed++;
      }
    }

    private void forgetUnasked() {
      if (asked == 0 && failed == 0) {
        askedFirst = null;
        askedLast = null;
      }
    }

    synchronized Polls copy(@Nullable Instant underWaySince) {
      return new Polls(
          lastSuccess,
          askedFirst,
          askedLast,
          Math.max(asked, failed),
          underWaySince,
          lastFailure,
          ahead,
          aheadAt,
          new TreeMap<>(outcomes));
    }
  }
}
