/** From a source's answer to a canonical observation and its JSON. */
@NullMarked
package io.evcharging.normalise;

import org.jspecify.annotations.NullMarked;
