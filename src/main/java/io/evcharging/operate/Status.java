package io.evcharging.operate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;

/**
 * How a running program is, as the operations door tells it.
 *
 * @param version of the program
 * @param startedAt ISO 8601
 * @param at when this was said
 * @param checks each condition
 * @param suspensions who is left alone
 */
@JsonIgnoreProperties(value = "state", allowGetters = true, ignoreUnknown = true)
public record Status(
    String version, String startedAt, String at, List<Check> checks, List<Suspended> suspensions) {

  /** Keeps a copy. */
  public Status {
    checks = List.copyOf(checks);
    suspensions = List.copyOf(suspensions);
  }

  /**
   * One condition.
   *
   * @param name of the condition
   * @param state {@code UP} or {@code DOWN}
   * @param reason one clause
   * @param facts name to value
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Check(String name, String state, String reason, Map<String, Object> facts) {

    static Check of(String name, Reading reading) {
      return new Check(name, reading.well() ? "UP" : "DOWN", reading.reason(), reading.facts());
    }

    /** Whether it is as it should be. */
    public boolean up() {
      return state.equals("UP");
    }
  }

  /** {@code UP} when every check is. */
  @com.fasterxml.jackson.annotation.JsonProperty
  public String state() {
    return checks.stream().allMatch(Check::up) ? "UP" : "DOWN";
  }
}
