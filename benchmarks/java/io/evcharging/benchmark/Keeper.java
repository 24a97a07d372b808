package io.evcharging.benchmark;

import java.io.IOException;
import java.nio.file.Path;

/** Where the bare client's lines go, on their way into a file. */
interface Keeper extends AutoCloseable {

  /**
   * A round begins.
   *
   * @param folder of the file
   * @param delivered to be run for each line that is in the file
   */
  void open(Path folder, Runnable delivered) throws IOException;

  /**
   * Takes one line, from any thread.
   *
   * @param json one observation
   * @param accepted to be run when it cannot be lost any more
   */
  void keep(byte[] json, Runnable accepted) throws IOException;

  /** The round is over. */
  @Override
  void close() throws IOException;
}
