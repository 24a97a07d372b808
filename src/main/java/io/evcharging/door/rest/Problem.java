package io.evcharging.door.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evcharging.canonical.CommandOutcome;
import io.evcharging.canonical.CommandResult;
import io.evcharging.command.CommandJson;
import io.evcharging.command.UnrecordedCommandException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An error as RFC 9457 has it. All its words are ours: nothing of the request is in it. */
public final class Problem {

  /** Its media type. */
  public static final String TYPE = "application/problem+json";

  private static final String PREFIX = "urn:evcharging:problem:";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What a status means where it does not come with an outcome. */
  private static final Map<Integer, String> TITLES =
      Map.ofEntries(
          Map.entry(400, "Bad request"),
          Map.entry(401, "Not authorised"),
          Map.entry(403, "Not allowed"),
          Map.entry(404, "Not found"),
          Map.entry(405, "Method not allowed"),
          Map.entry(408, "Request timeout"),
          Map.entry(413, "Content too large"),
          Map.entry(415, "Unsupported media type"),
          Map.entry(429, "Too many requests"),
          Map.entry(500, "Internal error"),
          Map.entry(501, "Not implemented"),
          Map.entry(503, "Not available"));

  private Problem() {}

  /**
   * An error of which there is no result.
   *
   * @param status HTTP status
   * @param outcome what the table of outcomes calls it, {@code null} where it has no word
   * @param detail one sentence, {@code null} for none
   * @return JSON, UTF-8
   */
  public static byte[] of(int status, @Nullable CommandOutcome outcome, @Nullable String detail) {
    // Refused before it was read: nothing more is known of it, or kept, than this answer.
    return of(status, outcome, detail, UUID.randomUUID().toString());
  }

  /**
   * A command of which there is no result: where there is an audit again, it may be found there.
   */
  static byte[] of(UnrecordedCommandException failure) {
    return of(500, failure.outcome(), failure.getMessage(), failure.commandId());
  }

  private static byte[] of(
      int status, @Nullable CommandOutcome outcome, @Nullable String detail, String commandId) {
    ObjectNode problem = JSON.createObjectNode();
    head(problem, outcome == null ? "about:blank" : type(outcome), titled(status), status, detail);
    if (outcome != null) {
      problem.put("commandId", commandId).put("outcome", outcome.name());
    }
    return bytes(problem);
  }

  /** The result as an error: all its fields, below those of the problem. */
  static byte[] of(int status, CommandResult result, boolean conflict) {
    ObjectNode problem = JSON.createObjectNode();
    head(
        problem,
        conflict ? PREFIX + "idempotency-key-reused" : type(result.outcome()),
        conflict ? "The Idempotency-Key belongs to another command" : title(status, result),
        status,
        result.detail());
    try {
      ObjectNode fields = (ObjectNode) JSON.readTree(CommandJson.write(result));
      fields.remove("detail");
      if (result.brand() == null) {
        // Of a vehicle that is not configured the path has told us, and nobody is told it back.
        fields.putNull("vehicleId");
      }
      problem.setAll(fields);
    } catch (IOException ownJson) {
      throw new UncheckedIOException(ownJson);
    }
    return bytes(problem);
  }

  private static void head(
      ObjectNode problem, String type, String title, int status, @Nullable String detail) {
    problem.put("type", type).put("title", title).put("status", status);
    if (detail != null) {
      problem.put("detail", detail);
    }
  }

  private static String type(CommandOutcome outcome) {
    return PREFIX + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String title(int status, CommandResult result) {
    return status == 503 ? titled(status) : title(result.outcome());
  }

  private static String titled(int status) {
    return TITLES.getOrDefault(status, "Error");
  }

  private static String title(CommandOutcome outcome) {
    return switch (outcome) {
      case INVALID -> "The command is not valid";
      case UNAUTHORIZED -> "Not authorised";
      case UNKNOWN_VEHICLE -> "No such vehicle";
      case VEHICLE_STATE -> "The vehicle cannot do it now";
      case UNSUPPORTED_BY_BRAND -> "This make has no such command";
      case RATE_LIMITED -> "Too many commands";
      case REJECTED -> "The make's service refused it";
      case UNKNOWN -> "It may or may not have happened";
      case ACCEPTED, CLAMPED -> "Done";
    };
  }

  private static byte[] bytes(ObjectNode problem) {
    try {
      return JSON.writeValueAsBytes(problem);
    } catch (JsonProcessingException ownJson) {
      throw new UncheckedIOException(ownJson);
    }
  }
}
