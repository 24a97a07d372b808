/** How fast the routes poll, next to a bare HTTP client that asks for the same. */
@NullMarked
package io.evcharging.benchmark;

import org.jspecify.annotations.NullMarked;
