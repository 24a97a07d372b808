package io.evcharging.source.tesla;

import java.math.BigDecimal;

/**
 * The body of {@code POST /vehicles/{id}/tesla/charge/ammeter}, the source API's page "Tesla:
 * Amperage".
 *
 * @param amperage A, whole
 */
public record TeslaAmmeter(BigDecimal amperage) {}
