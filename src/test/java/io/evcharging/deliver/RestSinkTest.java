package io.evcharging.deliver;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.testing.StubApi;
import io.evcharging.testing.TestContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestSinkTest {

  @TempDir Path directory;

  @Test
  void shouldPostTheObservationWithItsAttributes() throws Exception {
    try (StubApi api = StubApi.answering(202, "taken");
        TestContext context = context(api).start()) {
      Observations.send(context.camel(), 1);
      await().until(() -> api.requests().size() == 1);
      StubApi.Request request = api.requests().get(0);
      assertEquals("POST /inbox", request.method() + " " + request.uri());
      assertEquals(Observations.json(1), request.body());
      assertEquals(Observations.id(1), request.header("ce-id"));
      assertEquals("1.0", request.header("ce-specversion"));
      assertEquals("io.evcharging.observation.v1", request.header("ce-type"));
      assertEquals("2026-11-20T08:15:00Z", request.header("ce-time"));
      assertEquals("application/json", request.header("Content-Type"));
      assertEquals("Bearer of-mine", request.header("Authorization"));
      assertEquals("a,b", request.header("X-Tenant"));
      assertEquals(Set.of(), leaked(request));
    }
  }

  private static Set<String> leaked(StubApi.Request request) {
    return request.headers().keySet().stream()
        .filter(name -> name.matches("(?i)(evcharging|camel).*"))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 503})
  void shouldTakeOnlySuccessForDelivered(int status) throws Exception {
    try (StubApi api = StubApi.answering(status, "no");
        TestContext context = context(api).start()) {
      Observations.send(context.camel(), 1);
      Path kept = directory.resolve("undelivered/rest/" + Observations.id(1) + ".json");
      await().until(() -> Files.exists(kept));
      assertEquals(Observations.json(1), Files.readString(kept));
      assertTrue(api.requests().size() >= 1);
    }
  }

  private TestContext context(StubApi api) throws Exception {
    return TestContext.in(directory)
        .withSink("rest", "")
        .with("evcharging.deliver.rest.url", api.origin() + "/inbox")
        .with("evcharging.deliver.rest.headers", "Authorization: Bearer of-mine | X-Tenant: a,b");
  }
}
