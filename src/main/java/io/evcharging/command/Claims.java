package io.evcharging.command;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/** Of those who come at the same time with the same key, one works and the others wait for it. */
final class Claims {

  /** The work of the one. */
  @FunctionalInterface
  interface Work {
    CommandReply run() throws IOException;
  }

  private record Claim(String fingerprint, CompletableFuture<CommandReply> reply) {}

  private final Map<String, Claim> underWay = new ConcurrentHashMap<>();

  /**
   * Works, or waits for whoever does.
   *
   * @param conflict what to do when the other one has another command under the same key
   */
  CommandReply once(String key, String fingerprint, Work work, Work conflict) throws IOException {
    Claim mine = new Claim(fingerprint, new CompletableFuture<>());
    Claim first = underWay.putIfAbsent(key, mine);
    if (first != null) {
      return first.fingerprint().equals(fingerprint) ? await(first) : conflict.run();
    }
    try {
      mine.reply().complete(work.run());
    } catch (Throwable e) { // whatever it is: nobody must wait for ever
      mine.reply().completeExceptionally(e);
    } finally {
      underWay.remove(key, mine);
    }
    return await(mine);
  }

  private static CommandReply await(Claim claim) throws IOException {
    try {
      return claim.reply().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      } else if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IOException(e.getCause());
    }
  }
}
