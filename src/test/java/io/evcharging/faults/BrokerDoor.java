package io.evcharging.faults;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A port for a broker, and a client of whatever listens there. */
final class BrokerDoor {

  private static final long NO_MORE_MILLIS = 3000;

  private final int port;

  BrokerDoor() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  String url() {
    return "tcp://127.0.0.1:" + port;
  }

  /** Whether anybody listens. */
  boolean isOpen() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException nobodyYet) {
      return false;
    }
  }

  /** All that is in a queue, and comes within a few seconds. */
  List<Arrival> drain(String queue) throws Exception {
    List<Arrival> arrivals = new ArrayList<>();
    try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url());
        JMSContext client = factory.createContext(JMSContext.AUTO_ACKNOWLEDGE);
        JMSConsumer consumer = client.createConsumer(client.createQueue(queue))) {
      for (Message next = consumer.receive(NO_MORE_MILLIS);
          next != null;
          next = consumer.receive(NO_MORE_MILLIS)) {
        arrivals.add(Arrival.of(next.getBody(String.class).getBytes(StandardCharsets.UTF_8)));
      }
    }
    return arrivals;
  }
}
