package io.evcharging.canonical;

/**
 * Something about a value that a consumer should know: it was derived, doubted or left out.
 *
 * @param field the path that the value has in the observation, or would have had
 * @param raw the source's value, as it came: text, number, truth value, or {@code null}
 * @param detail one sentence
 */
public record Finding(String field, FindingCode code, Object raw, String detail) {}
