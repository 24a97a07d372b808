package io.evcharging.simulator;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A refusal by the API, still without the form of its generation. */
final class ApiException extends RuntimeException {

  private final int status;
  private final String type;
  private final @Nullable String code;
  private final Map<String, String> headers;

  ApiException(int status, String type, @Nullable String code, String description) {
    this(status, type, code, description, Map.of());
  }

  ApiException(
      int status,
      String type,
      @Nullable String code,
      String description,
      Map<String, String> headers) {
    super(description, null, false, false);
    this.status = status;
    this.type = type;
    this.code = code;
    this.headers = Map.copyOf(headers);
  }

  static ApiException validation(String description) {
    return new ApiException(400, "VALIDATION", null, description);
  }

  static ApiException unknownVehicle(String id) {
    return new ApiException(
        404, "RESOURCE_NOT_FOUND", "VEHICLE", "No vehicle has the id " + id + ".");
  }

  static ApiException unknownPath() {
    return new ApiException(404, "RESOURCE_NOT_FOUND", "PATH", "There is nothing at this path.");
  }

  static ApiException notCapable(String description) {
    return new ApiException(501, "COMPATIBILITY", "VEHICLE_NOT_CAPABLE", description);
  }

  int status() {
    return status;
  }

  String type() {
    return type;
  }

  @Nullable String code() {
    return code;
  }

  Map<String, String> headers() {
    return headers;
  }

  String description() {
    return String.valueOf(getMessage());
  }
}
