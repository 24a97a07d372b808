package io.evcharging.source.signals;

import org.jspecify.annotations.Nullable;

/**
 * Whether a signal has a value at all, whatever its body says.
 *
 * @param value {@code SUCCESS}, {@code ERROR}, {@code UNAVAILABLE}; {@code null} means success,
 *     unless there is an error
 */
public record SignalStatus(@Nullable String value, @Nullable SignalError error) {

  private static final String SUCCESS = "SUCCESS";

  /** Whether a status, which may be missing, is a success. */
  public static boolean isSuccess(@Nullable SignalStatus status) {
    return status == null
        || (status.value == null ? status.error == null : SUCCESS.equalsIgnoreCase(status.value));
  }

  /** Why there is no value; the source API's error types. */
  public record SignalError(@Nullable String type, @Nullable String code) {}
}
