package io.evcharging.standalone;

import java.nio.file.Path;

/** The broker that the program embeds, with its journal on the disk, for a benchmark. */
public final class BenchmarkBroker {

  private BenchmarkBroker() {}

  /**
   * Starts it, until the process ends.
   *
   * @param directory for its journal
   * @return where this process connects, as the program does
   */
  public static String start(Path directory) {
    return EmbeddedBroker.start(directory.resolve("broker"), 0).urlInside();
  }
}
