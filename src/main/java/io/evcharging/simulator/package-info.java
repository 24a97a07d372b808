/** A local stand-in for the Smartcar API: real HTTP, seeded cars that behave, faults on order. */
@NullMarked
package io.evcharging.simulator;

import org.jspecify.annotations.NullMarked;
