/** One of many nodes that share the work: when it ticks, and when it must not. */
@NullMarked
package io.evcharging.cluster;

import org.jspecify.annotations.NullMarked;
