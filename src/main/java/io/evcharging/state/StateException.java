package io.evcharging.state;

/** The tables cannot be used: the message says which, and why. */
public final class StateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StateException(String message, Throwable cause) {
    super(message, cause);
  }
}
