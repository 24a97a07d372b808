package io.evcharging.upstream;

import io.github.bucket4j.distributed.remote.CommandResult;
import io.github.bucket4j.distributed.remote.MutableBucketEntry;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.github.bucket4j.distributed.remote.RemoteCommand;
import io.github.bucket4j.distributed.serialization.SerializationHandle;
import io.github.bucket4j.distributed.versioning.Version;
import io.github.bucket4j.distributed.versioning.Versions;

/**
 * Takes one call, unless that would leave fewer than are to be left: what Bucket4j has no command
 * for. It is carried out where the row is locked, in the transaction of the node that asks, and
 * never sent anywhere.
 */
record TakeUnlessReserved(long left) implements RemoteCommand<Boolean> {

  @Override
  public CommandResult<Boolean> execute(MutableBucketEntry entry, long now) {
    if (!entry.exists()) {
      return CommandResult.bucketNotFound();
    }
    RemoteBucketState state = entry.get();
    state.refillAllBandwidth(now);
    if (state.getAvailableTokens() <= left) {
      return CommandResult.FALSE;
    }
    state.consume(1);
    entry.set(state);
    return CommandResult.TRUE;
  }

  @Override
  public SerializationHandle<RemoteCommand<?>> getSerializationHandle() {
    throw new UnsupportedOperationException("it is carried out here");
  }

  @Override
  public boolean isImmediateSyncRequired(long unsynchronizedTokens, long nanosSinceLastSync) {
    return true;
  }

  @Override
  public long estimateTokensToConsume() {
    return 1;
  }

  @Override
  public long getConsumedTokens(Boolean taken) {
    return taken ? 1 : 0;
  }

  @Override
  public Version getRequiredVersion() {
    return Versions.v_7_0_0;
  }
}
