package io.evcharging.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes out of an answer what says where a car was, or whose it is: by the names of the fields, at
 * any depth, for what else a maker may send nobody knows.
 */
public final class Places {

  private static final Set<String> FIELDS =
      Set.of(
          "latitude",
          "longitude",
          "lat",
          "lon",
          "lng",
          "altitude",
          "heading",
          "coordinates",
          "geohash",
          "geometry",
          "street",
          "streetname",
          "housenumber",
          "city",
          "zip",
          "zipcode",
          "postalcode",
          "postcode",
          "place",
          "places",
          "site",
          "sitename",
          "vin",
          "licenseplate",
          "nickname",
          "displayname");

  private static final List<String> PARTS =
      List.of("location", "address", "position", "geo", "gps", "parking", "pluscode");

  /** Whatever the field is called: {@code 48.13791,11.57549}. */
  private static final Pattern COORDINATES =
      Pattern.compile("[+-]?\\d{1,3}\\.\\d{3,}[,;/ ]{1,3}[+-]?\\d{1,3}\\.\\d{3,}");

  private static final String CHARGE = "charge-";
  private static final String NAME = "name";
  private static final String ATTRIBUTES = "attributes";
  private static final String CODE = "code";
  private static final String BODY = "body";

  /** Of a limit or a timer: where it holds. */
  private static final String CONDITION = "condition";

  private Places() {}

  /**
   * Whether a field may say it. Names that hold location, address, position and the like do too:
   * {@code homeAddress}, {@code chargingLocation}; and whatever its name, coordinates as text do.
   *
   * @param field its name, or a path to it
   * @param value what it holds
   */
  public static boolean mayBe(String field, JsonNode value) {
    String name = field.toLowerCase(Locale.ROOT);
    return FIELDS.contains(name.substring(name.lastIndexOf('.') + 1))
        || PARTS.stream().anyMatch(name::contains)
        || areCoordinates(value);
  }

  /** Whether it is a text like {@code 48.13791,11.57549}. */
  public static boolean areCoordinates(JsonNode value) {
    return value.isTextual() && COORDINATES.matcher(value.textValue().strip()).matches();
  }

  /** Whether this is the code of a signal that says something else than how a car is charged. */
  public static boolean isOtherSignal(String code) {
    return code.contains("-") && !code.startsWith(CHARGE);
  }

  /** Takes it out, in place. */
  static void remove(JsonNode node) {
    if (node instanceof ObjectNode object) {
      List<String> places = new ArrayList<>();
      object.properties().forEach(field -> addPlace(field.getKey(), field.getValue(), places));
      object.remove(places);
      if (!places.isEmpty()) {
        object.remove(NAME); // that of the place
      }
      if (object.get(CONDITION) instanceof ObjectNode where) {
        where.remove(NAME);
      }
      removeOtherBody(object);
    }
    if (node instanceof ArrayNode array) {
      for (int index = 0; index < array.size(); index++) {
        if (areCoordinates(array.get(index))) {
          array.setNull(index);
        }
      }
    }
    node.forEach(Places::remove);
  }

  private static void addPlace(String field, JsonNode value, List<String> places) {
    if (mayBe(field, value)) {
      places.add(field);
    }
  }

  /**
   * A list of signals may hold more than charging: the precise location, or the VIN. That there was
   * a body is kept: the signal's time counts.
   */
  private static void removeOtherBody(ObjectNode object) {
    ObjectNode signal = object.path(ATTRIBUTES) instanceof ObjectNode inner ? inner : object;
    JsonNode code = signal.path(CODE).isTextual() ? signal.path(CODE) : object.path("id");
    if (signal.hasNonNull(BODY) && code.isTextual() && !code.textValue().startsWith(CHARGE)) {
      signal.putObject(BODY);
    }
  }
}
