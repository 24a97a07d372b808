package io.evcharging.config;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the file token by token, which keeps the lines for the faults. Aliases are not
 * followed, so a small file cannot become a large one.
 */
final class VehiclesParser {

  private static final String VEHICLES = "vehicles";

  private final YAMLParser parser;
  private final List<Fault> faults;
  private final List<PolledVehicle> vehicles = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  VehiclesParser(YAMLParser parser, List<Fault> faults) {
    this.parser = parser;
    this.faults = faults;
  }

  List<PolledVehicle> parse() throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      fault("", "the file must begin with vehicles:");
      return vehicles;
    }
    Set<String> keys = new HashSet<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      if (!key.equals(VEHICLES) || !keys.add(key)) {
        fault(key, "only the key vehicles, once");
        parser.nextToken();
        parser.skipChildren();
      } else {
        vehicles();
      }
    }
    if (keys.isEmpty()) {
      fault("", "the key vehicles is missing");
    }
    if (parser.nextToken() != null) {
      fault("---", "one document only");
    }
    return vehicles;
  }

  private void vehicles() throws IOException {
    JsonToken token = parser.nextToken();
    if (isEmpty()) {
      return;
    }
    if (token != JsonToken.START_ARRAY) {
      fault(VEHICLES, "must be a list");
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        vehicle();
      } else {
        fault(shown(), "a vehicle is written as {id, brand, sources, userId}");
        parser.skipChildren();
      }
    }
  }

  private void vehicle() throws IOException {
    VehicleEntry entry = new VehicleEntry(line(), faults);
    Set<String> keys = new HashSet<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      if (!keys.add(key)) {
        fault(key, "each key once");
      }
      parser.nextToken();
      switch (key) {
        case "id" -> entry.id = scalar(key);
        case "brand" -> entry.brand = scalar(key);
        case "userId" -> entry.userId = scalar(key);
        case "sources" -> entry.sources = sources();
        default -> {
          fault(key, "only the keys id, brand, sources and userId");
          parser.skipChildren();
        }
      }
    }
    PolledVehicle vehicle = entry.check(ids);
    if (vehicle != null) {
      vehicles.add(vehicle);
    }
  }

  /** As it was written, so that an id of digits stays what it is; {@code null} for nothing. */
  private @Nullable String scalar(String key) throws IOException {
    JsonToken token = parser.currentToken();
    if (isEmpty()) {
      return null;
    }
    if (!token.isScalarValue() || parser.isCurrentAlias()) {
      fault(key, "must be one plain value");
      parser.skipChildren();
      return null;
    }
    return parser.getText();
  }

  private @Nullable List<String> sources() throws IOException {
    if (isEmpty()) {
      return null;
    }
    List<String> sources = new ArrayList<>();
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      fault("sources", "must be a list");
      parser.skipChildren();
      return sources;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String source = scalar("sources");
      if (source != null) {
        sources.add(source);
      }
    }
    return sources;
  }

  /** A key without a value: {@code null}, or text of no length. */
  private boolean isEmpty() throws IOException {
    JsonToken token = parser.currentToken();
    return token == JsonToken.VALUE_NULL
        || (token == JsonToken.VALUE_STRING && parser.getText().isEmpty());
  }

  private String shown() throws IOException {
    return parser.currentToken().isScalarValue() ? parser.getText() : "";
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private void fault(String value, String allowed) {
    faults.add(new Fault("line " + line(), value, allowed));
  }
}
