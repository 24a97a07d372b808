/** Finding out which vehicles there are. */
@NullMarked
package io.evcharging.discover;

import org.jspecify.annotations.NullMarked;
