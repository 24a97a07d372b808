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
    assertEquals(List.of(), uris());
    assertOutcome(PollOutcome.REFUSED, 2);
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
