package io.evcharging.canonical;

import java.math.BigDecimal;

/**
 * The wish to set the charging current of one vehicle.
 *
 * @param vehicleId Smartcar's vehicle id
 * @param amperage in amps, per phase
 */
public record AmperageCommand(String vehicleId, BigDecimal amperage) {}
