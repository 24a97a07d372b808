package io.evcharging.source.smartcar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of v3's list of connections: which vehicles the application may read, and whose they are.
 *
 * @param connections what can be used of it
 * @param listed how many it lists, usable or not
 * @param total how many all pages have together; {@code null} where it does not say
 */
public record Connections(List<Connection> connections, int listed, @Nullable Integer total) {

  private static final ObjectReader READER = new JsonMapper().reader();

  /**
   * One vehicle.
   *
   * @param vehicleId the source API's
   * @param make as it came
   * @param mode {@code live}, {@code simulated} or {@code test}, as it came; {@code null} where it
   *     does not say
   * @param userId its owner's, {@code null} where it does not say
   */
  public record Connection(
      String vehicleId, String make, @Nullable String mode, @Nullable String userId) {

    /** Whether there is a real car behind it. */
    public boolean isLive() {
      return mode == null || mode.equalsIgnoreCase("live");
    }
  }

  /**
   * Reads a page.
   *
   * @param page as it came
   * @throws IOException when it is not such a list; says nothing about its content
   */
  public static Connections read(byte[] page) throws IOException {
    JsonNode root;
    try {
      root = READER.readTree(page);
    } catch (IOException notJson) { // whose own message would quote it
      throw new IOException("the list of connections is not JSON");
    }
    JsonNode data = root.path("data");
    if (!data.isArray()) {
      throw new IOException("the list of connections has no data");
    }
    List<Connection> usable = new ArrayList<>();
    data.forEach(node -> add(usable, node));
    JsonNode total = root.at("/meta/totalCount");
    return new Connections(
        List.copyOf(usable), data.size(), total.canConvertToInt() ? total.intValue() : null);
  }

  private static void add(List<Connection> usable, JsonNode node) {
    JsonNode vehicle = node.at("/attributes/vehicle");
    String id = first(node.at("/relationships/vehicle/data/id"), vehicle.path("id"));
    String make = text(vehicle.path("make"));
    if (id != null && make != null) {
      String user = first(node.at("/attributes/user/id"), node.at("/relationships/user/data/id"));
      usable.add(new Connection(id, make, text(vehicle.path("mode")), user));
    }
  }

  private static @Nullable String first(JsonNode one, JsonNode other) {
    String text = text(one);
    return text == null ? text(other) : text;
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() && !node.textValue().isBlank() ? node.textValue() : null;
  }
}
