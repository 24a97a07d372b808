/**
 * The canonical charging model: what every consumer sees, whichever brand or endpoint the data came
 * from. Knows nothing but the JDK.
 */
package io.evcharging.canonical;
