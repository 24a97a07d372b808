/** Charging data of any brand, polled, normalised to one model and delivered by Camel routes. */
@NullMarked
package io.evcharging;

import org.jspecify.annotations.NullMarked;
