package io.evcharging.poll;

import java.io.IOException;

/** An answer that has no end, or none within its bounds: asking again would bring the same. */
final class TooLargeException extends IOException {

  private static final long serialVersionUID = 1;

  TooLargeException(String message) {
    super(message);
  }
}
