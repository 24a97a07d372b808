/** What is in deploy/, checked without a container engine. */
@NullMarked
package io.evcharging.deploy;

import org.jspecify.annotations.NullMarked;
