package io.evcharging.upstream;

import io.evcharging.config.BudgetConfig;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The application's bucket of calls. What is written down is always a little less than what is in
 * it: some calls are taken off in advance, so that a process that is killed has forgotten none.
 */
final class ApplicationBucket implements Calls {

  /** One part of what is in it is written in advance: one call, with the usual capacity. */
  private static final int PARTS = 100;

  private final BudgetTable table;
  private final Clock clock;
  private final Bucket bucket;
  private long written;

  ApplicationBucket(BudgetTable table, BudgetConfig config, Clock clock) {
    this.table = table;
    this.clock = clock;
    this.bucket =
        Bucket.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity(config.capacity())
                        .refillGreedy(config.refillPerMinute(), Duration.ofMinutes(1))
                        .initialTokens(initial(table, config, clock.instant())))
            .withCustomTimePrecision(ClockMeter.of(clock))
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

  @Override
  public long available() {
    return bucket.getAvailableTokens();
  }

  @Override
  public synchronized boolean take(long kept) {
    if (bucket.getAvailableTokens() <= kept || !bucket.tryConsume(1)) {
      return false;
    }
    if (written <= 0) {
      long left = bucket.getAvailableTokens();
      long inAdvance = Math.max(1, left / PARTS);
      write(left - inAdvance + 1);
      written = inAdvance; // Only what the table has is of use after a kill.
    }
    written--;
    return true;
  }

  @Override
  public void giveBack() {
    bucket.addTokens(1);
  }

  @Override
  public synchronized void drain() {
    bucket.tryConsumeAsMuchAsPossible();
    written = 0;
    write(0);
  }

  @Override
  public synchronized void save() {
    written = 0;
    write(bucket.getAvailableTokens());
  }

  private void write(long calls) {
    table.write(new BudgetTable.Level(calls, clock.instant()));
  }
}
