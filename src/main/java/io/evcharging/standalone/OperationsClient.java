package io.evcharging.standalone;

import io.evcharging.operate.OperationsFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;

/**
 * Asks the program that runs on a data directory. By the JDK's old client: the new one has 600
 * classes more, and the program asks itself while it starts.
 */
final class OperationsClient {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final OperationsFile file;

  OperationsClient(OperationsFile file) {
    this.file = file;
  }

  /**
   * What came back.
   *
   * @param status of HTTP
   * @param body empty where there is none
   */
  @SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
  record Answer(int status, byte[] body) {}

  Answer get(String path) throws IOException {
    return answer(connect(path));
  }

  Answer post(String path, byte[] json) throws IOException {
    HttpURLConnection connection = connect(path);
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(json.length);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(json);
    }
    return answer(connection);
  }

  private HttpURLConnection connect(String path) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(file.url() + path).toURL().openConnection(Proxy.NO_PROXY);
    connection.setConnectTimeout((int) PATIENCE.toMillis());
    connection.setReadTimeout((int) PATIENCE.toMillis());
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setRequestProperty("Authorization", "Bearer " + file.key());
    return connection;
  }

  private static Answer answer(HttpURLConnection connection) throws IOException {
    try {
      int status = connection.getResponseCode();
      try (InputStream body =
          status < HttpURLConnection.HTTP_BAD_REQUEST
              ? connection.getInputStream()
              : connection.getErrorStream()) {
        return new Answer(status, body == null ? new byte[0] : body.readAllBytes());
      }
    } finally {
      connection.disconnect();
    }
  }
}
