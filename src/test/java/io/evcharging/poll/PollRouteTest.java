package io.evcharging.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpHandler;
import io.evcharging.testing.StubApi;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollRouteTest extends PollFixture {

  @Test
  void shouldAskABrandEndpointInTheApisOwnWay() throws Exception {
    answer(200, TESLA);
    context.poll("tesla-charge", "tesla-1");
    StubApi.Request request = api.requests().get(0);
    assertEquals("GET /v2.0/vehicles/tesla-1/tesla/charge", request.method() + " " + request.uri());
    assertEquals("Bearer secret-token", request.header("Authorization"));
    assertEquals("metric", request.header("SC-Unit-System"));
    assertEquals("application/json", request.header("Content-Type"));
    assertNull(request.header("sc-user-id"));
    awaitOne();
    assertOutcome(PollOutcome.OBSERVED);
  }

  @Test
  void shouldAskForSignalsInTheNameOfTheUser() throws Exception {
    answer(200, PAGE.formatted("charge-voltage", ""));
    context.poll("charge-signals", "vw-1");
    StubApi.Request request = api.requests().get(0);
    assertEquals("/v3/vehicles/vw-1/signals?page%5Bsize%5D=200", request.uri());
    assertEquals("user-1", request.header("sc-user-id"));
  }

  @Test
  void shouldAskForASingleSignal() throws Exception {
    answer(200, "{\"value\":230,\"unit\":\"volts\"}");
    context.poll("charge-voltage", "tesla-1");
    assertEquals("/v3/vehicles/tesla-1/signals/charge-voltage", api.requests().get(0).uri());
    awaitOne();
  }

  @Test
  void shouldFollowTheLinkToTheNextPageButNeverToAnotherHost() throws Exception {
    String next = "\"next\":\"https://elsewhere.example/v3/steal?page[number]=2&page[size]=1\"";
    AtomicInteger pages = new AtomicInteger();
    HttpHandler paged =
        exchange ->
            StubApi.send(
                exchange,
                200,
                pages.incrementAndGet() == 1
                    ? PAGE.formatted("charge-voltage", next)
                    : PAGE.formatted("charge-amperage", ""));
    answer(paged);
    context.poll("charge-signals", "vw-1");
    assertEquals(2, api.requests().size());
    StubApi.Request second = api.requests().get(1);
    assertTrue(second.uri().startsWith("/v3/vehicles/vw-1/signals?page"), second.uri());
    assertTrue(second.uri().contains("number"), second.uri());
    assertEquals("Bearer secret-token", second.header("Authorization"));
    assertEquals("user-1", second.header("sc-user-id"));
    awaitOne();
  }

  @Test
  void shouldFollowALinkThatIsAnObject() throws Exception {
    String next = "\"next\":{\"href\":\"/v3/vehicles/vw-1/signals?page[number]=2\"}";
    answer(
        exchange ->
            StubApi.send(
                exchange,
                200,
                exchange.getRequestURI().getQuery().contains("number")
                    ? PAGE.formatted("charge-amperage", "")
                    : PAGE.formatted("charge-voltage", next)));
    context.poll("charge-signals", "vw-1");
    String observation = awaitOne().getMessage().getBody(String.class);
    assertTrue(observation.contains("voltageVolts"), observation);
    assertTrue(observation.contains("currentAmps"), observation);
    assertOutcome(PollOutcome.OBSERVED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"next\":2", "\"next\":{\"url\":\"/x?page[number]=2\"}"})
  void shouldNotLosePagesBehindALinkThatCannotBeFollowed(String links) throws Exception {
    answer(200, PAGE.formatted("charge-voltage", links));
    context.poll("charge-signals", "vw-1");
    assertOutcome(PollOutcome.UNREADABLE);
    assertEquals(0, host().getReceivedCounter());
  }

  @ParameterizedTest
  @CsvSource({"tesla-charge,tesla-1", "charge-voltage,tesla-1", "charge-signals,vw-1"})
  void shouldNotReadAnAnswerThatGoesOnBehindItsEnd(String source, String vehicle) {
    answer(200, "{\"data\":[],\"value\":1} {\"state\":\"CHARGING\"}");
    context.poll(source, vehicle);
    assertOutcome(PollOutcome.UNREADABLE);
  }

  @Test
  void shouldNotGoRoundInPages() throws Exception {
    answer(200, PAGE.formatted("charge-voltage", "\"next\":\"/x?page[number]=2\""));
    context.poll("charge-signals", "vw-1");
    assertEquals(2, api.requests().size());
    assertOutcome(PollOutcome.UNREADABLE);
  }

  @Test
  void shouldEndPagesThatDoNotEnd() throws Exception {
    AtomicInteger pages = new AtomicInteger(1);
    answer(
        exchange ->
            StubApi.send(
                exchange,
                200,
                PAGE.formatted(
                    "charge-voltage",
                    "\"next\":\"/x?page[number]=" + pages.incrementAndGet() + "\"")));
    context.poll("charge-signals", "vw-1");
    assertEquals(3, api.requests().size());
    assertOutcome(PollOutcome.UNREADABLE);
  }

  @ParameterizedTest
  @CsvSource({"charge-signals,vw-1,200,'{\"data\":[]}'", "charge-voltage,tesla-1,404,{}"})
  void shouldTakeAnEmptyStoreForNoData(String source, String vehicle, int status, String body)
      throws Exception {
    answer(status, body);
    context.poll(source, vehicle);
    assertOutcome(PollOutcome.NO_DATA);
  }

  @Test
  void shouldRefuseWhatIsNotInTheVehiclesFile() throws Exception {
    answer(200, TESLA);
    context.poll("tesla-charge", "nobody");
    context.poll("no-such-source", "tesla-1");
    context.poll("no-such-source", "x\\r\\ny");
    context.send("{}");
    context.send("null");
    assertEquals(List.of(), uris());
    assertOutcome(PollOutcome.REFUSED, 5);
    PollOutcomes outcomes = context.bean("evchargingPollOutcomes", PollOutcomes.class);
    assertEquals(1, outcomes.of("tesla-charge", PollOutcome.REFUSED));
    assertEquals(4, outcomes.of("unknown", PollOutcome.REFUSED));
  }

  @Test
  void shouldNameARequestWithoutWhatWouldSpoilALogLine() {
    assertEquals(
        "vehicleId=nobody source=tesla-charge",
        new PollRequest("tesla-charge", "nobody", null).toString());
    assertEquals(
        "vehicleId=unknown source=unknown",
        new PollRequest(null, "x\ny outcome=ok", null).toString());
  }

  @Test
  void shouldStampNothingOfTheAnswersTransportOnTheObservation() throws Exception {
    HttpHandler chatty =
        exchange -> {
          exchange.getResponseHeaders().add("X-Secret", "value");
          exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-16");
          StubApi.send(exchange, 200, TESLA);
        };
    answer(chatty);
    context.poll("tesla-charge", "tesla-1");
    Map<String, Object> headers = awaitOne().getMessage().getHeaders();
    assertNull(headers.get("X-Secret"));
    assertNull(headers.get("Authorization"));
    assertEquals("application/json", headers.get("Content-Type"));
  }
}
