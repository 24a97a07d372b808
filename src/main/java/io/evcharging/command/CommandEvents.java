package io.evcharging.command;

/** Where the states of commands go. */
@FunctionalInterface
public interface CommandEvents {

  /**
   * Hands one over.
   *
   * @throws Exception when it was not taken: it is handed over again later
   */
  void send(CommandEvent event) throws Exception;
}
