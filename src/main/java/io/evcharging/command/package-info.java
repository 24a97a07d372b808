/**
 * Commands to vehicles: read, checked, sent once, remembered, confirmed. Knows nothing of Camel.
 */
@NullMarked
package io.evcharging.command;

import org.jspecify.annotations.NullMarked;
