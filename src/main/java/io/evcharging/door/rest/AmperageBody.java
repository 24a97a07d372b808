package io.evcharging.door.rest;

import java.math.BigDecimal;

/**
 * What the body of a command holds, for the description of the door.
 *
 * @param amperage in amps
 */
public record AmperageBody(BigDecimal amperage) {}
