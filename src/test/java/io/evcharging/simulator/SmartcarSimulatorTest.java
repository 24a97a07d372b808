package io.evcharging.simulator;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SmartcarSimulatorTest {

  private final SimulatorClock clock = SimulatorClock.at(TestFleet.MORNING);

  @Test
  void shouldTellWhereItListensOnlyWhileItDoes() throws IOException {
    SmartcarSimulator simulator = builder().build();
    assertThrows(IllegalStateException.class, simulator::apiUrl);
    simulator.start();
    URI api = simulator.apiUrl();
    assertEquals("http://127.0.0.1:" + api.getPort() + "/v2.0", api.toString());
    assertEquals("http://127.0.0.1:" + api.getPort() + "/v3", simulator.vehicleUrl().toString());
    assertEquals(200, new SimulatorClient(simulator).tesla("tesla").status());
    simulator.close();
    simulator.close();
    assertThrows(IllegalStateException.class, simulator::vehicleUrl);
  }

  @Test
  void shouldNameThePortThatIsTaken() {
    try (SmartcarSimulator first = builder().build().start()) {
      int port = first.origin().getPort();
      SmartcarSimulator second = builder().port(port).build();
      UncheckedIOException taken = assertThrows(UncheckedIOException.class, second::start);
      assertTrue(taken.toString().contains("127.0.0.1:" + port), taken::toString);
    }
  }

  @Test
  void shouldCountCallsPerVehicleAndPathAndRememberThem() throws IOException {
    try (SmartcarSimulator simulator = builder().build().start()) {
      SimulatorClient client = new SimulatorClient(simulator);
      client.tesla("tesla");
      client.signal("tesla", "charge-voltage");
      client.signal("tesla", "charge-unheard-of");
      client.tesla("nobody");
      CallLog calls = simulator.calls();
      assertEquals(4, calls.total());
      assertEquals(3, calls.count("tesla"));
      assertEquals(0, calls.count("nobody"));
      assertEquals(
          Map.of("tesla/charge", 1L, "signals/charge-voltage", 1L, "other", 1L),
          calls.byPath("tesla"));
      assertEquals(Map.of(200, 2L, 404, 2L), calls.byStatus());
      Call first = calls.recent().get(0);
      assertEquals("/v2.0/vehicles/tesla/tesla/charge", first.path());
      assertEquals("metric", first.headers().get("sc-unit-system"));
      assertFalse(first.toString().contains(simulator.accessToken()));
    }
  }

  @Test
  void shouldLimitTheApplicationAsTheRealApiDoes() throws IOException {
    try (SmartcarSimulator simulator = builder().applicationLimit(2, 2).build().start()) {
      SimulatorClient client = new SimulatorClient(simulator);
      assertEquals(200, client.tesla("tesla").status());
      assertEquals(200, client.tesla("tesla").status());
      SimulatorClient.Answer answer = client.tesla("tesla");
      assertEquals(429, answer.status());
      assertEquals("SMARTCAR_API", answer.at("/code").asText());
      clock.advance(Duration.ofSeconds(30));
      assertEquals(200, client.tesla("tesla").status());
      assertEquals(429, client.tesla("tesla").status());
    }
  }

  @Test
  void shouldServePagesNoLargerThanToldTo() throws IOException {
    try (SmartcarSimulator simulator = builder().maxPageSize(8).build().start()) {
      SimulatorClient.Answer answer = new SimulatorClient(simulator).signals("vw");
      assertEquals(8, answer.at("/data").size());
      assertTrue(answer.at("/links/next").asText().contains("page%5Bnumber%5D=2"));
    }
  }

  @Test
  void shouldLetSleepingCarsRefuseAtAnySpeed() throws IOException {
    try (SmartcarSimulator simulator = builder().speed(61.7).build().start()) {
      SimulatorClient client = new SimulatorClient(simulator);
      List<Integer> seen = new ArrayList<>();
      for (int step = 0; step < 150; step++) {
        int expected = simulator.vehicle("sleepy").state().asleep() ? 409 : 200;
        int status = client.tesla("sleepy").status();
        assertEquals(expected, status, () -> "at " + clock.instant());
        seen.add(status);
        clock.advance(Duration.ofMillis(9_700));
      }
      assertTrue(seen.contains(409) && seen.contains(200), seen::toString);
    }
  }

  @Test
  void shouldLetNoThreadWaitForALateAnswer() throws IOException {
    try (SmartcarSimulator simulator = builder().threads(1).build().start()) {
      SimulatorClient client = new SimulatorClient(simulator);
      simulator.vehicle("tesla").faults().add(Fault.slow(Duration.ofMinutes(10)));
      CompletableFuture<HttpResponse<String>> late =
          HttpClient.newHttpClient()
              .sendAsync(
                  client.request("/v2.0/vehicles/tesla/tesla/charge").build(),
                  HttpResponse.BodyHandlers.ofString());
      await().until(() -> simulator.calls().count("tesla") == 1);
      assertEquals(200, client.tesla("streaming").status());
      assertFalse(late.isDone());
    }
  }

  private SimulatorBuilder builder() {
    return SmartcarSimulator.builder().clock(clock).vehicles(TestFleet.vehicles());
  }
}
