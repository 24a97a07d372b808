package io.evcharging.poll;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Promises to keep each connection, and closes it after one answer all the same. */
final class ClosingServer implements AutoCloseable {

  private static final String GOOD =
      "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"state\":\"CHARGING\"}";

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

  private final byte[] answer;

  ClosingServer() throws IOException {
    this(GOOD);
  }

  /** Answers with these bytes, headers and all. */
  ClosingServer(String answer) throws IOException {
    this.answer = answer.getBytes(StandardCharsets.US_ASCII);
    Thread thread = new Thread(this::serve, "closing-server");
    thread.setDaemon(true);
    thread.start();
  }

  String origin() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        BufferedReader request =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String line = request.readLine();
        while (line != null && !line.isEmpty()) {
          line = request.readLine();
        }
        socket.getOutputStream().write(answer);
      } catch (IOException closed) {
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
