package io.evcharging.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** HTTP as nobody's client library would send it: any method, path, header and body. */
final class RawHttp implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;

  RawHttp(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  /** One answer; without a status where the server has closed the connection instead. */
  record Answer(String text) {

    int status() {
      Matcher status = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ").matcher(text);
      return status.lookingAt() ? Integer.parseInt(status.group(1)) : 0;
    }

    @Nullable String header(String name) {
      Matcher header =
          Pattern.compile("(?im)^" + Pattern.quote(name) + ": *(.*?)\\r?$").matcher(text);
      return header.find() ? header.group(1) : null;
    }

    String body() {
      int end = text.indexOf("\r\n\r\n");
      return end < 0 ? "" : text.substring(end + 4);
    }
  }

  /** Sends lines as they are, and reads until the server closes. */
  Answer send(String... lines) throws IOException {
    write((String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1));
    return read();
  }

  void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  Answer read() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream in = socket.getInputStream()) {
      in.transferTo(bytes);
    } catch (java.net.SocketException reset) {
      // The server has closed while it was still being sent to.
    }
    return new Answer(bytes.toString(ISO_8859_1));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
