/** The whole program for a long time under faults: does anything grow, does anything get lost. */
@NullMarked
package io.evcharging.soak;

import org.jspecify.annotations.NullMarked;
