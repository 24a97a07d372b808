/** What must be remembered over a restart, in tables of a database. Knows nothing of Camel. */
@NullMarked
package io.evcharging.state;

import org.jspecify.annotations.NullMarked;
