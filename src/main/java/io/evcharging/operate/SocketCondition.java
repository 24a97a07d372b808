package io.evcharging.operate;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Whether something really listens at an address: Camel's HTTP server says nothing when it could
 * not.
 */
public final class SocketCondition implements Condition {

  private static final int PATIENCE_MILLIS = 1000;

  private final String name;
  private final String host;
  private final int port;

  /**
   * Watches an address of this machine.
   *
   * @param name of the condition
   * @param host where to connect
   * @param port not 0
   */
  public SocketCondition(String name, String host, int port) {
    this.name = name;
    this.host = host;
    this.port = port;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean restartCures() {
    return true;
  }

  @Override
  public Reading read() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
      return Reading.well("listens on " + host + ":" + port);
    } catch (IOException e) {
      return Reading.ill("nobody listens on " + host + ":" + port + ": start anew");
    }
  }
}
