package io.evcharging.poll;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.deliver.DeliveryOutcomes;
import io.evcharging.testing.ObservationSchema;
import io.evcharging.testing.StubApi;
import io.evcharging.testing.TestBroker;
import io.evcharging.testing.TestContext;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both channels as queues of a broker, and no sink that is called jms. */
class JmsChannelsRouteTest {

  private static final String POLLS = "test.polls";
  private static final String OBSERVATIONS = "test.observations";

  @TempDir Path directory;
  private String url;
  private EmbeddedActiveMQ broker;
  private StubApi api;

  @BeforeEach
  void start() throws Exception {
    url = TestBroker.freeUrl();
    broker = TestBroker.start(url);
    api = StubApi.answering(200, PollFixture.TESLA);
  }

  @AfterEach
  void stop() throws Exception {
    api.close();
    broker.stop();
  }

  @Test
  void shouldGoThroughTheQueuesFromTheScheduleToTheSink() throws Exception {
    try (TestContext context =
        context().with("evcharging.poll.tesla-charge.schedule", "* * * * * ?").start()) {
      MockEndpoint host = context.camel().getEndpoint("mock:host", MockEndpoint.class);
      await().until(() -> host.getReceivedCounter() > 0);
      Exchange observed = host.getReceivedExchanges().get(0);
      ObservationSchema.assertValid(observed.getMessage().getBody(byte[].class));
      assertAttributes(observed.getMessage());
      assertTrue(queue(POLLS).getMessagesAdded() > 0);
      assertTrue(queue("evcharging-sink-host").getMessagesAdded() > 0);
      assertEquals(0, outcomes(context).undelivered("host"));
    }
  }

  @Test
  void shouldLeaveToAnotherNodeWhatHasNotBeenTaken() throws Exception {
    TestContext planning = context().with("evcharging.poll.tesla-charge.schedule", "* * * * * ?");
    try (planning) {
      planning.start();
      planning.camel().getRouteController().stopRoute("evcharging-poll");
      long taken = queue(POLLS).getMessagesAcknowledged();
      await().until(() -> queue(POLLS).getMessagesAdded() > taken);
    }
    try (TestContext polling = context().start()) {
      await().until(() -> outcomes(polling).delivered("host") > 0);
      await().until(() -> queue(POLLS).getMessageCount() == 0);
    }
  }

  private TestContext context() throws Exception {
    return TestContext.in(directory)
        .withApi(api.origin())
        .withSink("host", "mock:host")
        .with("evcharging.deliver.repeat-unchanged", "true")
        .with("evcharging.jms.broker-url", url)
        .with("evcharging.polls", "evcharging-jms:queue:" + POLLS + "?concurrentConsumers=2")
        .with("evcharging.observations", "evcharging-jms:topic:" + OBSERVATIONS);
  }

  private static void assertAttributes(Message observation) {
    assertEquals("1.0", observation.getHeader("ce-specversion"));
    assertEquals("tesla-1", observation.getHeader("ce-subject"));
    assertEquals("TESLA", observation.getHeader("evchargingBrand"));
    assertEquals("application/json", observation.getHeader("Content-Type"));
  }

  private Queue queue(String name) {
    return broker.getActiveMQServer().locateQueue(name);
  }

  private static DeliveryOutcomes outcomes(TestContext context) {
    return context.bean("evchargingDeliveryOutcomes", DeliveryOutcomes.class);
  }
}
