package io.evcharging.source.signals;

import org.jspecify.annotations.Nullable;

/** Body of a signal that is true or false. */
public record Flag(@Nullable Boolean value) {}
