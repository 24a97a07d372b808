package io.evcharging.door.rest;

/** The issuer's keys cannot be had, so that nobody can tell a good token from a bad one. */
final class IssuerAwayException extends Exception {

  private static final long serialVersionUID = 1L;

  IssuerAwayException(Throwable cause) {
    super("the issuer's keys cannot be had", cause);
  }
}
