package io.evcharging.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/** What a fault makes of an answer. */
final class Faults {

  private Faults() {}

  /**
   * Applies a fault.
   *
   * @param right asks for the right answer, and thereby lets the request have its effect
   * @throws ApiException for a fault that is a documented refusal
   */
  static Reply apply(Fault fault, Supplier<Reply> right) {
    if (fault instanceof Fault.Refuse refuse) {
      String description = "The simulator was told to answer so.";
      throw new ApiException(
          refuse.status(), refuse.type(), refuse.code(), description, refuse.headers());
    }
    if (fault instanceof Fault.Respond respond) {
      byte[] body = respond.body().getBytes(StandardCharsets.UTF_8);
      return Reply.of(respond.status(), respond.contentType(), body, respond.headers());
    }
    if (fault instanceof Fault.Delay delay) {
      return right.get().after(delay.by());
    }
    if (fault instanceof Fault.Cut cut) {
      return cut.midAnswer() ? right.get().cutInTheMiddle() : Reply.cut();
    }
    return garble((Fault.Garble) fault, right.get());
  }

  private static Reply garble(Fault.Garble fault, Reply right) {
    return switch (fault.kind()) {
      case NOT_JSON -> ok("application/json", "<html><body>Service busy</body></html>");
      case TRUNCATED_JSON -> right.truncated();
      case HUGE -> Reply.huge(fault.size());
      case WRONG_CONTENT_TYPE -> right.with("Content-Type", "text/html");
      case EMPTY -> ok("application/json", "");
    };
  }

  private static Reply ok(String contentType, String body) {
    return Reply.of(200, contentType, body.getBytes(StandardCharsets.UTF_8), Map.of());
  }
}
