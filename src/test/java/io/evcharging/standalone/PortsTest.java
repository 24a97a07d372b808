package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

  private static final String LOOPBACK = "127.0.0.1";

  @Test
  void shouldFindAFreePortBehindZero() {
    assertTrue(Ports.claim("some.port", LOOPBACK, 0) > 0);
  }

  @Test
  void shouldSayWhichKeyNamesATakenPort() throws IOException {
    try (ServerSocket taken = listen()) {
      int port = taken.getLocalPort();
      StartException failure =
          assertThrows(StartException.class, () -> Ports.claim("some.port", LOOPBACK, port));
      assertTrue(failure.getMessage().contains("127.0.0.1:" + port), failure::getMessage);
      assertTrue(failure.getMessage().contains("set some.port"), failure::getMessage);
    }
  }

  @Test
  void shouldSayThatAHostIsUnknown() {
    StartException failure =
        assertThrows(StartException.class, () -> Ports.claim("some.port", "no-such.invalid", 0));
    assertTrue(failure.getMessage().contains("no-such.invalid"), failure::getMessage);
  }

  @Test
  void shouldKeepAFreePortAndReplaceATakenOne() throws IOException {
    int free = Ports.claim("some.port", LOOPBACK, 0);
    assertEquals(free, Ports.claimOrAny("some.port", LOOPBACK, free));
    try (ServerSocket taken = listen()) {
      int port = taken.getLocalPort();
      assertNotEquals(port, Ports.claimOrAny("some.port", LOOPBACK, port));
    }
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }
}
