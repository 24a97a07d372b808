package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code evcharging simulator} as a process of its own. */
class SimulatorIT {

  private static final int SIGTERM = 143;

  @Test
  void shouldAnswerAsItSaysUntilItIsEnded() throws Exception {
    try (Program program = Program.start("simulator", "--port", "0", "--fleet", "3")) {
      program.awaitOutput("Stop with Ctrl-C");
      URI car = URI.create(value(program, "v2") + "/vehicles/sim-00002/tesla/charge");
      HttpRequest request =
          HttpRequest.newBuilder(car)
              .header("Authorization", "Bearer " + value(program, "token"))
              .build();
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode(), answer::body);
      program.terminate();
      assertEquals(SIGTERM, program.exitCode(), program::output);
    }
  }

  @Test
  void shouldRefuseAFleetThatIsNone() throws Exception {
    try (Program program = Program.start("simulator", "--fleet", "many")) {
      assertEquals(2, program.exitCode(), program::output);
      assertTrue(program.output().contains("--fleet"), program::output);
    }
  }

  private static String value(Program program, String name) {
    Matcher line = Pattern.compile("(?m)^  " + name + " +(\\S+)$").matcher(program.output());
    assertTrue(line.find(), program::output);
    return line.group(1);
  }
}
