package io.evcharging.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One client's connection to the {@link TeslaServer}: one request, then its answer, and so on. */
final class Connection {

  private static final Pattern REQUEST = Pattern.compile("GET /v2.0/vehicles/(\\S+)/tesla/charge ");

  /** The example of Tesla's page in Smartcar's documentation, as it comes over the wire. */
  private static final String ANSWER =
      """
      {"amperage":0,"completionTime":null,"wattage":0,"voltage":1,"isPluggedIn":false,\
      "state":"NOT_CHARGING","socLimit":0.8,"amperageMaxVehicle":48,"socLimitMax":1,\
      "socLimitMin":0.5,"socLimitDefault":0.8,"amperageRequested":48,"energyAdded":11.52,\
      "rangeAddedRated":70.811,"rangeAddedIdeal":70.811,"chargeRate":0,\
      "connector":"<invalid>","fastChargerPresent":false,"fastChargerType":"<invalid>",\
      "fastChargerBrand":"<invalid>","amperageMaxCharger":48,"chargePortColor":"<invalid>",\
      "chargePortOpen":false,"chargePortLatch":"Engaged","chargerPhases":null}""";

  private final SocketChannel client;
  private final ByteBuffer request = ByteBuffer.allocate(2048);

  Connection(SocketChannel client) {
    this.client = client;
  }

  /** Reads what is there; closes when the client has. */
  boolean hasReadRequest() throws IOException {
    if (client.read(request) < 0) {
      client.close();
      return false;
    }
    int end = request.position();
    return end > 4 && request.getInt(end - 4) == 0x0d0a0d0a;
  }

  void close() throws IOException {
    client.close();
  }

  /** The request id tells whose answer it is; the data's age makes each answer a new reading. */
  void answer() throws IOException {
    String head = new String(request.array(), 0, request.position(), StandardCharsets.ISO_8859_1);
    request.clear();
    Matcher matcher = REQUEST.matcher(head);
    String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    String answer =
        matcher.lookingAt()
            ? "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nSC-Data-Age: %s\r\nSC-Fetched-At: %s\r\nSC-Unit-System: metric\r\nSC-Request-Id: %s\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(now, now, requestId(matcher.group(1)), ANSWER.length(), ANSWER)
            : "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";
    ByteBuffer bytes = ByteBuffer.wrap(answer.getBytes(StandardCharsets.ISO_8859_1));
    while (bytes.hasRemaining()) {
      client.write(bytes);
    }
  }

  /** The request id of the answer about a vehicle. */
  static String requestId(String vehicleId) {
    return "request-" + vehicleId;
  }
}
