package io.evcharging.standalone;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/**
 * Finds out about a TCP port before a server is given it: Camel's HTTP server says nothing when it
 * is taken.
 */
final class Ports {

  private Ports() {}

  /**
   * Makes sure that a server can listen there.
   *
   * @param key where the port is configured, for the message
   * @param host a name or an address of this machine
   * @param port 0 for any free one
   * @return the port, never 0
   * @throws StartException when it is taken, or not this machine's
   */
  static int claim(String key, String host, int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(host))) {
      return socket.getLocalPort();
    } catch (UnknownHostException e) {
      throw new StartException("nobody knows the host " + host + ", see " + key, e);
    } catch (BindException e) {
      throw new StartException(
          "cannot listen on %s:%d (%s): stop what listens there, or set %s, where 0 takes any free port"
              .formatted(host, port, e.getMessage(), key),
          e);
    } catch (IOException e) {
      throw new StartException(
          "cannot listen on %s:%d, see %s: %s".formatted(host, port, key, e), e);
    }
  }

  /**
   * Like {@link #claim}, but takes any free port when the wished one cannot be had.
   *
   * @param port the wish
   * @return the wish, or another port
   */
  static int claimOrAny(String key, String host, int port) {
    try {
      return claim(key, host, port);
    } catch (StartException taken) {
      return claim(key, host, 0);
    }
  }
}
