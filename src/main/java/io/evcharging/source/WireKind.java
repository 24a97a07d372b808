package io.evcharging.source;

/**
 * A text that tells what the {@link WireBody} beside it is.
 *
 * @param name as it came, never blank
 */
public record WireKind(String name) {}
