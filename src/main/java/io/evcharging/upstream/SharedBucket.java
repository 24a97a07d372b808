package io.evcharging.upstream;

import io.evcharging.config.BudgetConfig;
import io.evcharging.state.State;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Clock;
import java.time.Duration;

/**
 * The application's bucket of calls for many nodes: one row in PostgreSQL. Calls that one node asks
 * for at the same time share a transaction.
 */
final class SharedBucket implements Calls {

  private static final String ID = "application";

  private final BucketProxy bucket;

  SharedBucket(State state, BudgetConfig config, Clock clock) {
    BucketConfiguration limits =
        BucketConfiguration.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity(config.capacity())
                        .refillGreedy(config.refillPerMinute(), Duration.ofMinutes(1)))
            .build();
    ProxyManager<String> buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(state.connections())
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("evcharging_bucket")
            .idColumn("id")
            .stateColumn("state")
            .clientClock(ClockMeter.of(clock))
            .build();
    bucket = buckets.builder().withOptimization(Optimizations.batching()).build(ID, () -> limits);
    adopt(buckets, limits);
  }

  /** What the configuration says now, with the calls that are left. */
  private void adopt(ProxyManager<String> buckets, BucketConfiguration limits) {
    buckets
        .getProxyConfiguration(ID)
        .filter(known -> !known.equals(limits))
        .ifPresent(known -> bucket.replaceConfiguration(limits, TokensInheritanceStrategy.AS_IS));
  }

  @Override
  public long available() {
    return bucket.getAvailableTokens();
  }

  @Override
  public boolean take(long left) {
    var probe = bucket.tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed() && probe.getRemainingTokens() < left) {
      giveBack();
      return false;
    }
    return probe.isConsumed();
  }

  @Override
  public void giveBack() {
    bucket.addTokens(1);
  }

  @Override
  public void drain() {
    bucket.tryConsumeAsMuchAsPossible();
  }

  @Override
  public void save() {
    // Each call is written as it is taken.
  }
}
