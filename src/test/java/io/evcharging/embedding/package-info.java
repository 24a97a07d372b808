/** The module inside hosts of several kinds. */
@NullMarked
package io.evcharging.embedding;

import org.jspecify.annotations.NullMarked;
