/** Handing observations to the sinks, and keeping what they would not take. */
@NullMarked
package io.evcharging.deliver;

import org.jspecify.annotations.NullMarked;
