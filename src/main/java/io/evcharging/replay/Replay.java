package io.evcharging.replay;

import io.evcharging.deliver.DeliveryFailures;
import io.evcharging.deliver.DeliveryRetry.Waits;
import io.evcharging.failure.CannotMapException;
import io.evcharging.failure.EvChargingException;
import io.evcharging.failure.RefusedException;
import io.evcharging.failure.StopAndReportException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends kept observations to one sink again: one after the other, in the order in which they were
 * kept, no faster than told. What the sink will never take is left out; what it may take later is
 * tried again.
 */
public final class Replay {

  private final DailyFiles archive;
  private final Sink sink;
  private final Manner manner;
  private final Pause pause;
  private final Consumer<String> notes;
  private final Waits waits;
  private final DeliveryFailures failures;

  private long delivered;
  private long refused;
  private @Nullable String stopped;
  private @Nullable Instant last;

  /** Where they go. */
  @FunctionalInterface
  public interface Sink {
    /** Delivers one, or throws why not. */
    void deliver(ArchivedObservation observation) throws Exception;
  }

  /** Waits. */
  @FunctionalInterface
  public interface Pause {
    /** For so long. */
    void sleep(Duration time) throws InterruptedException;
  }

  /**
   * How.
   *
   * @param perSecond at most so many, above 0
   * @param patience how long one observation is tried again before all ends
   */
  public record Manner(double perSecond, Duration patience) {

    Duration apart() {
      return Duration.ofNanos((long) (1_000_000_000 / perSecond));
    }
  }

  /**
   * What came of it.
   *
   * @param delivered how many the sink has taken
   * @param refused how many it will never take
   * @param unreadable how many lines were no observation
   * @param stopped why it ended early, {@code null} when it did not
   * @param last when the last one that was taken or refused had been received, {@code null} for
   *     none: from there it can go on
   */
  public record Report(
      long delivered,
      long refused,
      long unreadable,
      @Nullable String stopped,
      @Nullable Instant last) {

    /** Whether nothing was selected. */
    public boolean none() {
      return delivered == 0 && refused == 0 && stopped == null;
    }

    /** Whether the sink has all. */
    public boolean complete() {
      return refused == 0 && unreadable == 0 && stopped == null;
    }
  }

  /**
   * Sends to a sink.
   *
   * @param archive where they are kept
   * @param sink where they go
   * @param manner how
   * @param waits before each retry
   * @param failures says what a failure means
   * @param pause waits
   * @param notes gets a line for each that is refused
   */
  public Replay(
      DailyFiles archive,
      Sink sink,
      Manner manner,
      Waits waits,
      DeliveryFailures failures,
      Pause pause,
      Consumer<String> notes) {
    this.archive = archive;
    this.sink = sink;
    this.manner = manner;
    this.waits = waits;
    this.failures = failures;
    this.pause = pause;
    this.notes = notes;
  }

  /** Sends what is selected. */
  public Report run(Selection selection) throws IOException {
    archive.read(selection, line -> take(line, selection));
    return new Report(delivered, refused, archive.unreadable(), stopped, last);
  }

  private boolean take(String line, Selection selection) {
    ArchivedObservation kept = ArchivedObservation.read(line);
    if (kept == null || stopped != null) {
      return kept != null;
    }
    if (selection.takes(kept.receivedAt(), kept.vehicleId())) {
      try {
        deliver(kept);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        stopped = "interrupted";
      }
    }
    return true;
  }

  private void deliver(ArchivedObservation kept) throws InterruptedException {
    pause.sleep(manner.apart());
    Duration waited = Duration.ZERO;
    for (int attempts = 1; ; attempts++) {
      EvChargingException failure = attempt(kept);
      if (failure == null) {
        delivered++;
        last = kept.receivedAt();
        return;
      }
      if (failure instanceof RefusedException || failure instanceof CannotMapException) {
        refused++;
        last = kept.receivedAt();
        notes.accept("refused " + kept + " reason=\"" + failure.getMessage() + "\"");
        return;
      }
      Duration wait = waits.after(failure, attempts);
      waited = waited.plus(wait);
      if (failure instanceof StopAndReportException || waited.compareTo(manner.patience()) > 0) {
        stopped = String.valueOf(failure.getMessage());
        return;
      }
      pause.sleep(wait);
    }
  }

  private @Nullable EvChargingException attempt(ArchivedObservation kept)
      throws InterruptedException {
    try {
      sink.deliver(kept);
      return null;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return failures.of(e);
    }
  }
}
