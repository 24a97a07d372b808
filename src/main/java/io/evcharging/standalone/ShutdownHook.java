package io.evcharging.standalone;

import org.slf4j.LoggerFactory;

/** Ends the program well when the JVM is ended by Ctrl-C or SIGTERM. */
final class ShutdownHook {

  private ShutdownHook() {}

  /**
   * Closes when the JVM ends.
   *
   * @param program may have been closed before: its second close does nothing
   * @return the same
   */
  static <T extends AutoCloseable> T closing(T program) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(program), "evcharging-stop"));
    return program;
  }

  private static void close(AutoCloseable program) {
    try {
      program.close();
    } catch (Exception e) {
      LoggerFactory.getLogger(ShutdownHook.class).error("did not stop well", e);
    }
  }
}
