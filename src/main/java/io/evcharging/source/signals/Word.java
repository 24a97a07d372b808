package io.evcharging.source.signals;

import org.jspecify.annotations.Nullable;

/** Body of a signal that tells one word, usually the maker's own. */
public record Word(@Nullable String value) {}
