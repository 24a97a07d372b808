/** Audi's brand endpoint, as the wire carries it. */
@NullMarked
package io.evcharging.source.audi;

import org.jspecify.annotations.NullMarked;
