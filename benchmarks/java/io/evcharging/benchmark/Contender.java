package io.evcharging.benchmark;

import java.nio.file.Path;

/** One way to poll a fleet into a file. */
interface Contender extends AutoCloseable {

  /** As the report names it. */
  String name();

  /**
   * Polls every vehicle of the fleet once, and returns when each has its line in a file.
   *
   * @throws Exception when a poll failed, or it took too long
   */
  void pollAll() throws Exception;

  /** The folder that the lines are in. It may be emptied after each round. */
  Path folder();
}
