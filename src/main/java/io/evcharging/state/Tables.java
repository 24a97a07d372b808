package io.evcharging.state;

import java.sql.SQLException;

/** What goes wrong with tables, told apart. */
public final class Tables {

  /** SQLSTATE 23505: there is such a row already. */
  private static final String TAKEN = "23505";

  private Tables() {}

  /**
   * Whether somebody else has inserted the same row first.
   *
   * @param failure of an insert
   */
  public static boolean isTaken(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && TAKEN.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
