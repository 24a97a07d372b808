package io.evcharging.testing;

import java.io.IOException;
import java.net.ServerSocket;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/** An Artemis broker on loopback TCP that forgets all at its end. */
public final class TestBroker {

  private TestBroker() {}

  /** Where a broker can listen. */
  public static String freeUrl() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return "tcp://127.0.0.1:" + socket.getLocalPort();
    }
  }

  /** Listens at a URL until it is stopped. */
  public static EmbeddedActiveMQ start(String url) throws Exception {
    EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    broker.setConfiguration(
        new ConfigurationImpl()
            .setPersistenceEnabled(false)
            .setSecurityEnabled(false)
            .addAcceptorConfiguration("tcp", url));
    return broker.start();
  }
}
