/** The charge signals of any make, as the wire carries them. */
@NullMarked
package io.evcharging.source.signals;

import org.jspecify.annotations.NullMarked;
