/** Tesla's brand endpoint, as the wire carries it. */
@NullMarked
package io.evcharging.source.tesla;

import org.jspecify.annotations.NullMarked;
