package io.evcharging.poll;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** When the polls of each source last succeeded, and how they have ended since the start. */
public final class PollHistory implements PollListener {

  private static final Polls NONE = new Polls(null, null, 0, null, Map.of());

  private final Map<String, Past> sources = new ConcurrentHashMap<>();
  private final Clock clock;

  /**
   * Remembers from now on.
   *
   * @param clock for when
   */
  public PollHistory(Clock clock) {
    this.clock = clock;
  }

  /**
   * The polls of one source.
   *
   * @param lastSuccess {@code null} when none has succeeded
   * @param askedFirst when the first of these was, {@code null} when there is none
   * @param askedSinceSuccess how many were put on the polls channel, or have failed, since then
   * @param lastFailure the outcome of the last that failed since then, {@code null} when none has
   * @param outcomes outcome to count, since the start
   */
  public record Polls(
      @Nullable Instant lastSuccess,
      @Nullable Instant askedFirst,
      long askedSinceSuccess,
      @Nullable String lastFailure,
      Map<String, Long> outcomes) {}

  @Override
  public void planned(String source) {
    past(source).planned(clock.instant());
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
    Past past = sources.get(source);
    return past == null ? NONE : past.copy();
  }

  private static final class Past {

    private final Map<String, Long> outcomes = new TreeMap<>();
    private @Nullable Instant lastSuccess;
    private @Nullable Instant askedFirst;
    private @Nullable String lastFailure;
    private long planned;
    private long failed;

    synchronized void planned(Instant now) {
      planned++;
      askedFirst = askedFirst == null ? now : askedFirst;
    }

    synchronized void ended(PollOutcome outcome, Instant now) {
      outcomes.merge(outcome.label(), 1L, Long::sum);
      if (outcome.reached()) {
        lastSuccess = now;
        lastFailure = null;
        askedFirst = null;
        planned = 0;
        failed = 0;
      } else if (!outcome.asked()) {
        planned = Math.max(0, planned - 1);
      } else {
        lastFailure = outcome.label();
        failed++;
      }
    }

    synchronized Polls copy() {
      return new Polls(
          lastSuccess, askedFirst, Math.max(planned, failed), lastFailure, new TreeMap<>(outcomes));
    }
  }
}
