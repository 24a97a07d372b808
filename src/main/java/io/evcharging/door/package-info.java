/** The doors that commands come in by, and the call that goes out: what Camel has to do with it. */
@NullMarked
package io.evcharging.door;

import org.jspecify.annotations.NullMarked;
