package io.evcharging.source.tesla;

import org.jspecify.annotations.Nullable;

/**
 * What {@code POST /vehicles/{id}/tesla/charge/ammeter} answers when all is well. The page's
 * descriptions of the two are swapped.
 *
 * @param message a sentence that holds the amps that were set, which need not be those asked for
 * @param status {@code success}
 */
public record TeslaAmmeterAnswer(@Nullable String message, @Nullable String status) {}
