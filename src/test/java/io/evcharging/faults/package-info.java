/** What breaks in operation, done to the real distribution, and what became of what it accepted. */
@NullMarked
package io.evcharging.faults;

import org.jspecify.annotations.NullMarked;
