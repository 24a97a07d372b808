package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.config.ConfigurationException;
import io.evcharging.config.Vehicles;
import io.evcharging.state.State;
import io.evcharging.state.StateException;
import io.evcharging.testing.TestBroker;
import io.evcharging.testing.TestPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailuresTest {

  private final StringWriter err = new StringWriter();

  @Test
  void shouldPrintAllFaultsOfTheConfigurationHoweverDeepTheyAre() {
    ConfigurationException faults =
        assertThrows(ConfigurationException.class, () -> Vehicles.open(Path.of("not there")));
    assertEquals(EvCharging.FAULTY, fail(new IllegalStateException(new RuntimeException(faults))));
    assertEquals(faults.getMessage() + System.lineSeparator(), err.toString());
  }

  @Test
  void shouldPrintOneLineForWhatPreventsTheStart() {
    RuntimeException cause = new StartException("the port is taken", new RuntimeException("x"));
    assertEquals(EvCharging.FAILED, fail(new IllegalStateException("Camel", cause)));
    assertEquals("evcharging fail: the port is taken" + System.lineSeparator(), err.toString());
  }

  @Test
  void shouldPrintTheRootOfAnythingElse() {
    assertEquals(
        EvCharging.FAILED, fail(new IllegalStateException("Camel", new RuntimeException("why"))));
    assertEquals("evcharging fail: why" + System.lineSeparator(), err.toString());
  }

  /** "Connection refused" alone says nothing about what to do. */
  @Test
  void shouldSayWhichTablesCannotBeOpened() throws IOException {
    String nobody = TestBroker.freeUrl().replace("tcp:", "jdbc:postgresql:") + "/evcharging";
    StateException unreachable =
        assertThrows(
            StateException.class, () -> State.open(TestPostgres.config(nobody), Path.of(".")));
    fail(new IllegalStateException("Camel", unreachable));
    assertTrue(
        err.toString().contains("the tables that evcharging.state.url names"), err::toString);
    assertTrue(err.toString().contains("Connection refused"), err::toString);
    assertTrue(err.toString().contains(nobody), err::toString);
  }

  private int fail(Exception failure) {
    return new CommandLine(new Fail(failure))
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler(new Failures())
        .execute();
  }

  @Command(name = "evcharging fail")
  private static final class Fail implements Callable<Integer> {
    private final Exception failure;

    Fail(Exception failure) {
      this.failure = failure;
    }

    @Override
    public Integer call() throws Exception {
      throw failure;
    }
  }
}
