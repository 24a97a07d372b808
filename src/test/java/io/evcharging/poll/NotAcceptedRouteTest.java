package io.evcharging.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evcharging.testing.StubApi;
import io.evcharging.testing.TestContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.AsyncProcessorSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A poll whose observation the channel does not take. */
class NotAcceptedRouteTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldEndAsOneOutcome(boolean onAnotherThread) throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Processor full =
        exchange -> {
          throw new IOException("full");
        };
    AsyncProcessor later =
        new AsyncProcessorSupport() {
          @Override
          public boolean process(Exchange exchange, AsyncCallback callback) {
            thread.execute(
                () -> {
                  exchange.setException(new IOException("full"));
                  callback.done(false);
                });
            return false;
          }
        };
    TestContext context = TestContext.in(directory);
    context.camel().getRegistry().bind("evchargingChannelKey", onAnotherThread ? later : full);
    try (StubApi api = StubApi.answering(200, PollFixture.TESLA);
        TestContext started = context.withApi(api.origin()).withSink("host", "mock:host").start()) {
      started.poll("tesla-charge", "tesla-1");
      assertEquals(
          Map.of(PollOutcome.RETRY_LATER, 1L),
          started.bean("evchargingPollOutcomes", PollOutcomes.class).totals());
    } finally {
      thread.shutdownNow();
    }
  }
}
