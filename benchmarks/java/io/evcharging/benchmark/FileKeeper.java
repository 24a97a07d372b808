package io.evcharging.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Into the file, at once. */
final class FileKeeper implements Keeper {

  private volatile @Nullable LineFile file;
  private volatile @Nullable Runnable delivered;

  @Override
  public void open(Path folder, Runnable eachDelivered) throws IOException {
    file = new LineFile(folder);
    delivered = eachDelivered;
  }

  @Override
  public void keep(byte[] json, Runnable accepted) throws IOException {
    Objects.requireNonNull(file).append(json);
    accepted.run();
    Objects.requireNonNull(delivered).run();
  }

  @Override
  public void close() throws IOException {
    Objects.requireNonNull(file).close();
  }
}
