package io.evcharging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.RuntimeCamelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLockTest {

  /** Takes the lock, says so, and waits for its input to end. */
  public static final class Other {
    public static void main(String[] args) throws IOException {
      DataLock lock = new DataLock(Path.of(args[0]));
      lock.start();
      System.out.println("locked");
      System.in.read();
    }
  }

  @TempDir private Path directory;

  @Test
  void shouldMakeTheDirectoryAndHaveOneUserInOneProcess() {
    Path data = directory.resolve("not/there");
    DataLock first = new DataLock(data);
    first.start();
    assertRefused(data);
    first.stop();
    DataLock next = new DataLock(data);
    next.start();
    next.stop();
  }

  @Test
  void shouldHaveOneUserOverProcessesAndBeFreeWhenOneIsKilled() throws Exception {
    Process other = other();
    assertEquals("locked", other.inputReader().readLine());
    assertRefused(directory);
    other.destroyForcibly().waitFor();
    DataLock next = new DataLock(directory);
    next.start();
    next.stop();
  }

  @Test
  void shouldLeaveNothingOpenWhenItIsRefused() throws IOException {
    DataLock first = new DataLock(directory);
    first.start();
    assertRefused(directory);
    assertRefused(directory);
    first.stop();
    Files.delete(directory.resolve("lock"));
  }

  private static void assertRefused(Path data) {
    DataLock second = new DataLock(data);
    Exception refusal = assertThrows(RuntimeException.class, second::start);
    String reason = String.valueOf(root(refusal).getMessage());
    assertTrue(reason.contains(data.toAbsolutePath().toString()), reason);
    assertTrue(reason.contains("evcharging.data-directory"), reason);
  }

  private static Throwable root(Throwable failure) {
    return failure instanceof RuntimeCamelException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private Process other() throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Other.class.getName(),
                directory.toString()))
        .start();
  }
}
