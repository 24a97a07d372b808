package io.evcharging.upstream;

/** The application's bucket of calls. */
interface Calls {

  long available();

  /** Takes one call, unless that would leave fewer than are to be left. */
  boolean take(long left);

  /** Gives one back that was not made after all. */
  void giveBack();

  /** The source API says that it is empty. */
  void drain();

  /** Writes down exactly what is left. */
  void save();
}
