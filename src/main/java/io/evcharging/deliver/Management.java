package io.evcharging.deliver;

import java.util.Arrays;
import java.util.List;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientRequestor;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/** Questions to an Artemis broker that JMS has no word for. Each takes a connection of its own. */
final class Management {

  private static final long ANSWER_MILLIS = 60_000;

  private final ActiveMQConnectionFactory broker;

  Management(ActiveMQConnectionFactory broker) {
    this.broker = broker;
  }

  /** What is asked of a session. */
  interface Question<T> {
    T ask(ClientSession session) throws Exception;
  }

  <T> T ask(Question<T> question) throws Exception {
    try (ClientSessionFactory connection = broker.getServerLocator().createSessionFactory();
        ClientSession session =
            connection.createSession(
                broker.getUser(), broker.getPassword(), false, true, true, false, 0)) {
      return question.ask(session);
    }
  }

  /** The queues of the whole broker. */
  List<String> queueNames() throws Exception {
    return manage(ResourceNames.BROKER, "getQueueNames") instanceof Object[] names
        ? Arrays.stream(names).map(Object::toString).toList()
        : List.of();
  }

  /** What an operation of a queue returns, 0 where it is no number. */
  long number(String queue, String operation, Object... arguments) throws Exception {
    return manage(ResourceNames.QUEUE + queue, operation, arguments) instanceof Number number
        ? number.longValue()
        : 0;
  }

  private @Nullable Object manage(String resource, String operation, Object... arguments)
      throws Exception {
    return ask(
        session -> {
          session.start();
          try (ClientRequestor management = new ClientRequestor(session, "activemq.management")) {
            ClientMessage request = session.createMessage(false);
            ManagementHelper.putOperationInvocation(request, resource, operation, arguments);
            ClientMessage answer = management.request(request, ANSWER_MILLIS);
            return answer == null ? "" : ManagementHelper.getResult(answer);
          }
        });
  }
}
