/** What is polled, and what the wire carries. */
@NullMarked
package io.evcharging.source;

import org.jspecify.annotations.NullMarked;
