/** What tests of several parts share. */
@NullMarked
package io.evcharging.testing;

import org.jspecify.annotations.NullMarked;
