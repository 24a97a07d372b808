/** What must be remembered over a restart, in tables and in files. Knows nothing of Camel. */
@NullMarked
package io.evcharging.state;

import org.jspecify.annotations.NullMarked;
