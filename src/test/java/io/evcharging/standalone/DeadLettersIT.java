package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.evcharging.testing.StubApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code evcharging dead-letters}, with and without a program that runs. */
class DeadLettersIT {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern WHOLE_SECONDS =
      Pattern.compile("(?m)^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ  rest ");
  private static final String CAR = "{\"state\":\"CHARGING\",\"amperage\":16,\"isPluggedIn\":true}";

  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final Path data;
  private final Path vehicles;
  private volatile int answer = 422;

  DeadLettersIT(@TempDir Path directory) throws IOException {
    this.data = directory.resolve("data");
    this.vehicles =
        Files.writeString(
            directory.resolve("vehicles.yaml"),
            "vehicles: [{id: veh-1, brand: TESLA}, {id: veh-2, brand: TESLA},"
                + " {id: veh-3, brand: TESLA}]");
  }

  @Test
  void shouldShowRetryAndDiscardWhatASinkWouldNotTake() throws Exception {
    try (StubApi cars = StubApi.answering(this::onceThenAsleep);
        StubApi receiver = StubApi.answering(exchange -> StubApi.send(exchange, answer, ""))) {
      try (Program run = run(cars, receiver, true)) {
        run.awaitOutput("running");
        Awaitility.await().until(() -> receiver.requests().size() >= 3);
        assertPrints(0, "3 dead letters.", "list", "--sink", "rest");
        assertPrints(
            2, "--sink nosuch: there is no such sink, only rest", "list", "--sink", "nosuch");
        assertTrue(WHOLE_SECONDS.matcher(deadLetters(0, "list")).find(), "no fractions");
        List<String> ids = ids();
        assertEquals(3, ids.size());
        assertPrints(0, "reason    HTTP 422", "show", ids.get(0));
        assertPrints(0, "\"id\":\"" + ids.get(0), "show", ids.get(0));
        assertPrints(1, "There is no such dead letter.", "show", "nobody");
        answer = 204;
        assertPrints(0, "1 put back.", "retry", ids.get(0));
        Awaitility.await().until(() -> receiver.requests().size() == 4);
        assertTrue(receiver.requests().get(3).body().contains(ids.get(0)));
        run.terminate();
        run.exitCode();
      }
      whileNothingRuns(cars, receiver);
    }
  }

  /** One observation of each. */
  private void onceThenAsleep(HttpExchange exchange) throws IOException {
    boolean first = asked.add(exchange.getRequestURI().getPath());
    StubApi.send(exchange, first ? 200 : 409, first ? CAR : "{}");
  }

  private void whileNothingRuns(StubApi cars, StubApi receiver) throws Exception {
    List<String> left = ids();
    assertEquals(2, left.size());
    assertPrints(0, "1 discarded.", "discard", left.get(0));
    assertPrints(2, "Missing required", "retry");
    assertPrints(0, "1 put back.", "retry", "--all");
    assertPrints(0, "No dead letters.", "list");
    try (Program run = run(cars, receiver, false)) {
      run.awaitOutput("running");
      Awaitility.await().until(() -> receiver.requests().size() == 5);
      assertTrue(receiver.requests().get(4).body().contains(left.get(1)));
    }
  }

  private List<String> ids() throws Exception {
    List<String> ids = new ArrayList<>();
    ID.matcher(deadLetters(0, "list")).results().forEach(found -> ids.add(found.group()));
    return ids;
  }

  private void assertPrints(int exitCode, String text, String... arguments) throws Exception {
    String printed = deadLetters(exitCode, arguments);
    assertTrue(printed.contains(text), printed);
  }

  private String deadLetters(int exitCode, String... arguments) throws Exception {
    List<String> args = new ArrayList<>(List.of("dead-letters"));
    args.addAll(List.of(arguments));
    args.add("-Devcharging.data-directory=" + data);
    args.add("-Devcharging.deliver.sinks=rest");
    try (Program program = Program.start(args.toArray(String[]::new))) {
      assertEquals(exitCode, program.exitCode(), program::output);
      return program.output();
    }
  }

  private Program run(StubApi cars, StubApi receiver, boolean polls) throws IOException {
    return Program.start(
        "run",
        "-Devcharging.data-directory=" + data,
        "-Devcharging.vehicles=" + vehicles,
        "-Devcharging.smartcar.access-token=some-token",
        "-Devcharging.smartcar.api-url=" + cars.origin() + "/v2.0",
        "-Devcharging.deliver.sinks=rest",
        "-Devcharging.deliver.rest.url=" + receiver.origin() + "/inbox",
        "-Devcharging.poll.tesla-charge.schedule=* * * * * ?",
        "-Devcharging.poll.tesla-charge.enabled=" + polls,
        "-Devcharging.poll.adaptive.enabled=false",
        "-Devcharging.http.port=0",
        "-Devcharging.jms.embedded-port=0");
  }
}
