package io.evcharging.simulator;

/**
 * The station that a car plugs into.
 *
 * @param volts per phase, at most 1000; of a DC station, at an empty battery
 * @param phases 1 to 3; 0 for DC
 * @param maxAmps the most it gives, per phase; at least 1
 * @param dcWatts the most a DC station gives; 0 for AC
 */
public record Charger(int volts, int phases, int maxAmps, int dcWatts) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException naming the component that is wrong, and what is allowed
   */
  public Charger {
    Check.range("volts", volts, 1, 1000);
    Check.range("phases", phases, 0, 3);
    Check.range("maxAmps", maxAmps, 1, 1000);
    Check.range("dcWatts", dcWatts, 0, 1_000_000);
    Check.that(phases == 0 == dcWatts > 0, "phases", phases, "0 for DC and 1 to 3 for AC");
  }

  /**
   * A wallbox or a socket.
   *
   * @param volts per phase
   * @param phases 1 to 3
   * @param maxAmps per phase
   * @return a station
   */
  public static Charger ac(int volts, int phases, int maxAmps) {
    return new Charger(volts, phases, maxAmps, 0);
  }

  /**
   * A fast charger.
   *
   * @param kilowatts the most it gives
   * @return a station
   */
  public static Charger dc(int kilowatts) {
    return new Charger(340, 0, 500, kilowatts * 1000);
  }

  boolean dc() {
    return dcWatts > 0;
  }
}
