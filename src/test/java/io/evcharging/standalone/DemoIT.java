package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code evcharging demo} as a process of its own. */
class DemoIT {

  private static final Pattern OBSERVATION =
      Pattern.compile("(?m)^[0-9:]{8} +[A-Z]+ +demo-\\S+ .* -> file jms rest$");
  private static final Pattern BROKER =
      Pattern.compile("(?m)^  jms +topic evcharging.observations at tcp://127.0.0.1:[1-9]\\d*,");
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^  command +curl .* -H 'Authorization: Bearer \\S+' http://127\\S+$");
  private static final Pattern END =
      Pattern.compile("In the end: file (\\d+), jms (\\d+), rest (\\d+); undelivered 0");

  @Test
  void shouldBringEveryObservationToAllThreeSinksAlthoughAPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Program program = Program.start("demo", "--for", "25s", port(taken))) {
      assertEquals(0, program.exitCode(), program::output);
      assertTrue(BROKER.matcher(program.output()).find(), program::output);
      assertTrue(COMMAND.matcher(program.output()).find(), program::output);
      Matcher observation = OBSERVATION.matcher(program.output());
      assertTrue(observation.find(), program::output);
      assertTrue(program.output().indexOf("Ctrl-C") < observation.start(), program::output);
      Matcher end = END.matcher(program.output());
      assertTrue(end.find(), program::output);
      assertTrue(Integer.parseInt(end.group(1)) >= 8, program::output);
      assertEquals(end.group(1), end.group(2), program::output);
      assertEquals(end.group(1), end.group(3), program::output);
    }
  }

  private static String port(ServerSocket taken) {
    return "-Devcharging.http.port=" + taken.getLocalPort();
  }
}
