package io.evcharging.standalone;

import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * Looks into the files of the sink {@code file}, and has the board print what it has, now and then.
 */
final class DemoWatch implements AutoCloseable {

  private static final int LOOK_MILLIS = 250;
  private static final int SUMMARY_SECONDS = 30;

  private final DemoBoard board;
  private final NewLines files;
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "demo-watch");
            thread.setDaemon(true);
            return thread;
          });

  private DemoWatch(DemoBoard board, NewLines files) {
    this.board = board;
    this.files = files;
  }

  /** Starts with what is written from now on to the {@code *.ndjson} files of a directory. */
  static DemoWatch start(DemoBoard board, Path directory) {
    DemoWatch watch = new DemoWatch(board, NewLines.in(directory));
    watch.every(LOOK_MILLIS, TimeUnit.MILLISECONDS, watch::look);
    watch.every(SUMMARY_SECONDS, TimeUnit.SECONDS, () -> board.printSummary("So far"));
    return watch;
  }

  private void look() {
    files.read(line -> board.arrived("file", line));
    board.printLate();
  }

  private void every(int period, TimeUnit unit, Runnable task) {
    ScheduledFuture<?> unused =
        clockwork.scheduleWithFixedDelay(() -> attempt(task), period, period, unit);
  }

  /** A task that throws would not be called again. */
  private static void attempt(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LoggerFactory.getLogger(DemoWatch.class).warn("the demo cannot look", e);
    }
  }

  @Override
  public void close() {
    clockwork.shutdownNow();
  }
}
