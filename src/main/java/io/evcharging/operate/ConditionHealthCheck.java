package io.evcharging.operate;

import java.util.Map;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckResultBuilder;

/**
 * Shows a condition as one of Camel's health checks. Bound to the registry, it is found by every
 * health endpoint that Camel has, those of Spring Boot and Quarkus too; a context without {@code
 * camel-health} never asks it.
 */
public final class ConditionHealthCheck implements HealthCheck {

  private static final String GROUP = "evcharging";

  private final Condition condition;
  private volatile boolean enabled = true;

  /**
   * Shows a condition.
   *
   * @param condition asked at each call
   */
  public ConditionHealthCheck(Condition condition) {
    this.condition = condition;
  }

  /** What the condition is about. */
  public String about() {
    return condition.name();
  }

  /** How it is now; of one that needs what cannot be reached, that this is so. */
  public Reading reading() {
    try {
      return condition.read();
    } catch (RuntimeException e) {
      // The kind alone: messages may hold a URL, or what a statement was bound to.
      return Reading.ill("nobody knows: " + e.getClass().getSimpleName());
    }
  }

  @Override
  public String getId() {
    return GROUP + "-" + condition.name();
  }

  @Override
  public String getGroup() {
    return GROUP;
  }

  @Override
  public boolean isEnabled() {
    return enabled;
  }

  @Override
  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  @Override
  public boolean isLiveness() {
    return condition.restartCures();
  }

  @Override
  public Map<String, Object> getMetaData() {
    return Map.of(CHECK_ID, getId(), CHECK_GROUP, GROUP);
  }

  @Override
  public Result call(Map<String, Object> options) {
    if (!enabled) {
      return HealthCheckResultBuilder.on(this).unknown().build();
    }
    Reading reading = reading();
    return HealthCheckResultBuilder.on(this)
        .state(reading.well() ? State.UP : State.DOWN)
        .message(reading.reason())
        .details(reading.facts())
        .build();
  }
}
