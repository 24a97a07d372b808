package io.evcharging.token;

import java.io.IOException;
import java.util.Set;

/** Where refresh tokens are remembered: in files, or in a table where many nodes share them. */
public interface RefreshTokenStore {

  /** What is done while nobody else, on any node, does the same for this user. */
  @FunctionalInterface
  interface Action<T, X extends Exception> {
    T run() throws IOException, X;
  }

  /**
   * Runs an action for a user alone.
   *
   * @throws IOException when another node has been at it for too long, or the store cannot be used
   */
  <T, X extends Exception> T exclusively(String userId, Action<T, X> action) throws IOException, X;

  /**
   * What is remembered.
   *
   * @return {@link RefreshTokens#NONE} when nothing is
   */
  RefreshTokens read(String userId) throws IOException;

  /** Remembers. When it returns, a crash or a power cut changes nothing about it. */
  void write(String userId, RefreshTokens tokens) throws IOException;

  /**
   * Whether another node has asked the token server in a user's name, and has left without the
   * answer: somebody else should ask before the old token dies.
   */
  default boolean isAbandoned(String userId) {
    return false;
  }

  /** The users of whom something is remembered. */
  Set<String> users() throws IOException;
}
