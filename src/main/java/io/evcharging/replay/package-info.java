/** Sending once more, and mapping once more, what has been kept. */
@NullMarked
package io.evcharging.replay;

import org.jspecify.annotations.NullMarked;
