/** What the operator sees: conditions with their reasons, the operations door, the status. */
@NullMarked
package io.evcharging.operate;

import org.jspecify.annotations.NullMarked;
