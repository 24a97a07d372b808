/**
 * How each schema of the wire becomes the canonical model: one mapper each, units, vocabularies.
 */
@NullMarked
package io.evcharging.mapping;

import org.jspecify.annotations.NullMarked;
