/** What all answers of the source API share. */
@NullMarked
package io.evcharging.source.smartcar;

import org.jspecify.annotations.NullMarked;
