package io.evcharging.simulator;

/**
 * One stay at a charger, in the cars' time.
 *
 * @param number counts the periods of the car's habit
 * @param plugIn milliseconds since 1970
 * @param chargeFrom when it may begin to charge
 * @param unplug when it drives off
 * @param arrivalPercent state of charge on arrival
 * @param volts what the mains give during this stay
 */
record Session(
    long number, long plugIn, long chargeFrom, long unplug, double arrivalPercent, int volts) {}
