/**
 * A month of polling on a virtual clock: what it costs, how old the data get, what it never does.
 */
@NullMarked
package io.evcharging.month;

import org.jspecify.annotations.NullMarked;
