/** Why something could not be done, named by what the caller should do next. */
@NullMarked
package io.evcharging.failure;

import org.jspecify.annotations.NullMarked;
