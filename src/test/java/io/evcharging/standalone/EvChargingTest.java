package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class EvChargingTest {

  private static final String SOME_KEY = "some.key.of.this.test";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine commands =
      EvCharging.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

  @AfterEach
  void clear() {
    System.clearProperty(SOME_KEY);
  }

  @Test
  void shouldListTheCommands() {
    assertEquals(EvCharging.OK, commands.execute("--help"));
    for (String command : List.of("run", "demo", "simulator", "check", "status", "resume")) {
      assertTrue(out.toString().contains("\n  " + command + " "), out::toString);
    }
  }

  @Test
  void shouldSayItsVersion() {
    assertEquals(EvCharging.OK, commands.execute("--version"));
    assertTrue(out.toString().startsWith("evcharging "), out::toString);
    assertTrue(out.toString().contains("Camel 4."), out::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "'',Missing required subcommand,evcharging --help",
    "rum,Did you mean: evcharging run,evcharging --help",
    "run --prot=1,Unknown option: '--prot=1',evcharging run --help",
    "run twice,Unmatched argument,evcharging run --help",
    "demo --for soon,'--for',evcharging demo --help"
  })
  void shouldSayWhatIsWrongWithTheInput(String input, String message, String help) {
    String[] args = input.isEmpty() ? new String[0] : input.split(" ", -1);
    assertEquals(EvCharging.FAULTY, commands.execute(args));
    assertTrue(err.toString().contains(message), err::toString);
    assertTrue(err.toString().contains("Try '" + help + "'"), err::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-D%s=a=b --help", "run -D%s=a=b --help"})
  void shouldTakeSystemPropertiesBeforeAndAfterTheCommand(String input) {
    assertEquals(EvCharging.OK, commands.execute(input.formatted(SOME_KEY).split(" ", -1)));
    assertEquals("a=b", System.getProperty(SOME_KEY));
  }
}
