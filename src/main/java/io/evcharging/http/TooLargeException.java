package io.evcharging.http;

import java.io.IOException;

/** An answer that has no end, or none within its bounds: asking again would bring the same. */
public final class TooLargeException extends IOException {

  private static final long serialVersionUID = 1;

  /**
   * @param message says how much would have been allowed
   */
  public TooLargeException(String message) {
    super(message);
  }
}
