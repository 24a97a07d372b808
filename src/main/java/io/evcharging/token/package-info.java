/** Access tokens of the source API: where they come from, and when they are renewed. */
@NullMarked
package io.evcharging.token;

import org.jspecify.annotations.NullMarked;
