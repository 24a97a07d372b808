package io.evcharging.config;

import java.util.regex.Pattern;

/**
 * The form of a vehicle's id, wherever one comes in: it becomes a part of paths and of log lines.
 */
public final class VehicleIds {

  static final Pattern FORM = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,128}");

  private VehicleIds() {}

  /** Whether it could be one, known or not. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }
}
