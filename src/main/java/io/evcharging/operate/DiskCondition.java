package io.evcharging.operate;

import io.evcharging.config.QuotaConfig;
import io.evcharging.deliver.DataQuota;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the data directory is within its bounds, and its disk has room. */
public final class DiskCondition implements Condition {

  private final Path directory;
  private final QuotaConfig bounds;
  private final DataQuota quota;

  /**
   * Watches a folder.
   *
   * @param directory the data directory
   * @param bounds what it may take
   * @param quota what it held at the last look
   */
  public DiskCondition(Path directory, QuotaConfig bounds, DataQuota quota) {
    this.directory = directory;
    this.bounds = bounds;
    this.quota = quota;
  }

  @Override
  public String name() {
    return "disk";
  }

  @Override
  public Reading read() {
    try {
      long free = Files.getFileStore(directory.toAbsolutePath()).getUsableSpace();
      return read(free).with("usedBytes", quota.used()).with("freeBytes", free);
    } catch (IOException e) {
      return Reading.ill("the data directory cannot be looked at: " + e);
    }
  }

  private Reading read(long free) {
    if (!Files.isWritable(directory)) {
      return Reading.ill("the data directory cannot be written");
    } else if (free < bounds.keepFree()) {
      return Reading.ill("less is free than evcharging.data-directory.keep-free: make room");
    } else if (bounds.bytes() > 0 && quota.used() > bounds.bytes()) {
      return Reading.ill(
          "the data directory holds more than evcharging.data-directory.quota: make room");
    }
    return Reading.well("there is room");
  }
}
