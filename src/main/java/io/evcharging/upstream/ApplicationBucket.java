package io.evcharging.upstream;

import io.evcharging.config.BudgetConfig;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * The application's bucket of calls. What is written down is always a little less than what is in
 * it: some calls are taken off in advance, so that a process that is killed has forgotten none.
 */
final class ApplicationBucket {

  /** One write for so many calls of a full bucket: each of them, with the usual capacity. */
  private static final int WRITES = 100;

  private final BudgetTable table;
  private final Clock clock;
  private final Bucket bucket;
  private final int inAdvance;
  private int written;

  ApplicationBucket(BudgetTable table, BudgetConfig config, Clock clock) {
    this.table = table;
    this.clock = clock;
    this.inAdvance = Math.max(1, config.capacity() / WRITES);
    this.bucket =
        Bucket.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity(config.capacity())
                        .refillGreedy(config.refillPerMinute(), Duration.ofMinutes(1))
                        .initialTokens(initial(table, config, clock.instant())))
            .withCustomTimePrecision(meter(clock))
            .build();
  }

  private static long initial(BudgetTable table, BudgetConfig config, Instant now) {
    return table
        .level()
        .map(
            level -> {
              Duration since = Duration.between(level.at(), now);
              long minutes = Math.max(0, Math.min(since.toMinutes(), config.capacity()));
              long refilled = minutes * config.refillPerMinute();
              return Math.min(config.capacity(), Math.max(0, level.calls()) + refilled);
            })
        .orElse((long) config.capacity());
  }

  private static TimeMeter meter(Clock clock) {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return TimeUnit.MILLISECONDS.toNanos(clock.millis());
      }

      @Override
      public boolean isWallClockBased() {
        return true;
      }
    };
  }

  long available() {
    return bucket.getAvailableTokens();
  }

  /** Takes one call, unless that would leave fewer than are to be left. */
  synchronized boolean take(long left) {
    if (bucket.getAvailableTokens() <= left || !bucket.tryConsume(1)) {
      return false;
    }
    if (written <= 0) {
      written = inAdvance;
      write(bucket.getAvailableTokens() - inAdvance + 1);
    }
    written--;
    return true;
  }

  /** The source API says that it is empty. */
  synchronized void drain() {
    bucket.tryConsumeAsMuchAsPossible();
    written = 0;
    write(0);
  }

  synchronized void save() {
    written = 0;
    write(bucket.getAvailableTokens());
  }

  private void write(long calls) {
    table.write(new BudgetTable.Level(calls, clock.instant()));
  }
}
