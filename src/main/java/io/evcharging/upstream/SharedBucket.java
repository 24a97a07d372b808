package io.evcharging.upstream;

import io.evcharging.config.BudgetConfig;
import io.evcharging.state.State;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.AsyncCommandExecutor;
import io.github.bucket4j.distributed.proxy.CommandExecutor;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimization;
import io.github.bucket4j.distributed.proxy.optimization.OptimizationListener;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.distributed.remote.CommandResult;
import io.github.bucket4j.distributed.remote.RemoteCommand;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The application's bucket of calls for many nodes: one row in PostgreSQL. Calls that one node asks
 * for at the same time share a transaction.
 */
final class SharedBucket implements Calls {

  private static final String ID = "application";

  private final BucketProxy bucket;
  private final Access access = new Access();

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
    bucket = buckets.builder().withOptimization(access).build(ID, () -> limits);
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

  /** In one step: a command that comes in between must not miss a call that a poll has to leave. */
  @Override
  public boolean take(long left) {
    CommandResult<Boolean> taken = access.execute(new TakeUnlessReserved(left));
    if (taken.isBucketNotFound()) {
      bucket.getAvailableTokens(); // makes it
      taken = access.execute(new TakeUnlessReserved(left));
    }
    return taken.getData();
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

  /** Bucket4j's batches, with a way into them for a command of our own. */
  private static final class Access implements Optimization {

    private final Optimization batching = Optimizations.batching();
    private @Nullable CommandExecutor executor;

    <T> CommandResult<T> execute(RemoteCommand<T> command) {
      return Objects.requireNonNull(executor).execute(command);
    }

    @Override
    public Optimization withListener(OptimizationListener listener) {
      return this;
    }

    @Override
    public CommandExecutor apply(CommandExecutor original) {
      CommandExecutor batches = batching.apply(original);
      executor = batches;
      return batches;
    }

    @Override
    public AsyncCommandExecutor apply(AsyncCommandExecutor original) {
      return batching.apply(original);
    }
  }
}
