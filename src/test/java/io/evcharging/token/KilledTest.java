package io.evcharging.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.failure.StopAndReportException;
import io.evcharging.state.AtomicFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is killed at each step of a renewal, one after the other. */
class KilledTest {

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  /** Where the process is killed: counted down, step by step. */
  private static final class Steps {
    private final List<String> names = new ArrayList<>();
    private int left;

    Steps(int left) {
      this.left = left;
    }

    void step(String name) {
      names.add(name);
      if (left-- == 0) {
        throw new Killed();
      }
    }

    String last() {
      return names.get(names.size() - 1);
    }
  }

  private static final class DyingFile extends AtomicFile {
    private final Steps steps;

    DyingFile(Steps steps) {
      this.steps = steps;
    }

    @Override
    protected void write(FileChannel channel, byte[] content) throws IOException {
      steps.step("created");
      int half = content.length / 2;
      super.write(channel, Arrays.copyOf(content, half));
      steps.step("half written");
      super.write(channel, Arrays.copyOfRange(content, half, content.length));
      steps.step("written");
    }

    @Override
    protected void force(FileChannel channel) throws IOException {
      super.force(channel);
      steps.step("forced");
    }

    @Override
    protected void move(Path from, Path to) throws IOException {
      super.move(from, to);
      steps.step("moved");
    }

    @Override
    protected void forceFolder(Path folder) throws IOException {
      super.forceFolder(folder);
      steps.step("folder forced");
    }
  }

  /** Killed at the step of that number; the name of the step, with how often it had come. */
  private static String killAt(int number, Application application) {
    Steps steps = new Steps(number);
    application.get();
    application.later(TokenServer.LIFE);
    application.restart(new DyingFile(steps));
    application.server.step = () -> steps.step("at the server");
    try {
      application.get();
      return "";
    } catch (Killed killed) {
      long times = steps.names.stream().filter(steps.last()::equals).count();
      return steps.last() + " " + times;
    } finally {
      application.server.step = () -> {};
      application.restart();
    }
  }

  private static final int STEPS = 14;

  @Test
  void shouldGoOnAtOnceWhereverItWasKilled(@TempDir Path folder) {
    for (int number = 0; number <= STEPS; number++) {
      Application application = new Application(folder.resolve("" + number), null);
      String killed = killAt(number, application);
      assertEquals(number == STEPS, killed.isEmpty(), killed);
      application.later(Duration.ofSeconds(30));
      assertNotNull(application.get(), killed);
      application.later(TokenServer.LIFE);
      assertNotNull(application.get(), killed);
    }
  }

  /** Between the server's word and the disk nobody can help: but for these steps, a day is fine. */
  @Test
  void shouldGoOnAfterADayUnlessTheAnswerHadNotReachedTheDisk(@TempDir Path folder) {
    List<String> lost = new ArrayList<>();
    for (int number = 0; number <= STEPS; number++) {
      Application application = new Application(folder.resolve("" + number), null);
      String killed = killAt(number, application);
      application.later(Duration.ofDays(1));
      try {
        assertNotNull(application.get());
      } catch (StopAndReportException e) {
        assertTrue(application.state().permanent(), killed);
        lost.add(killed);
      }
    }
    assertEquals(List.of("at the server 2", "created 2", "half written 2"), lost);
  }

  @Test
  void shouldAskFirstOfAllAfterARestartWhatMayHaveBeenAnswered(@TempDir Path folder) {
    Application application = new Application(folder, null);
    assertEquals("at the server 2", killAt(7, application));
    int before = application.server.asked.get();
    application.later(Duration.ofSeconds(30));
    application.tokens().keep();
    assertEquals(before + 1, application.server.asked.get());
    application.later(Duration.ofDays(1));
    assertNotNull(application.get());
  }
}
