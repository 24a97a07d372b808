package io.evcharging.config;

/**
 * One thing that is wrong.
 *
 * @param where the key, or the line of a file
 * @param value as it was written, {@code hidden} in place of a secret, empty where nothing was
 *     written
 * @param allowed what would be right, or what to do
 */
public record Fault(String where, String value, String allowed) {

  private static final int SHOWN = 200;

  /** The fault in one line. */
  @Override
  public String toString() {
    return value.isEmpty()
        ? where + " is not set: " + allowed
        : where + " = «" + printable(value) + "»: " + allowed;
  }

  private static String printable(String value) {
    String line = value.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
