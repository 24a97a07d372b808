/** Keeping the answers of the source API, without the places in them. */
@NullMarked
package io.evcharging.archive;

import org.jspecify.annotations.NullMarked;
