package io.evcharging.mapping;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an OEM's answer to an amperage command proves.
 *
 * @param success whether it says that the command was carried out
 * @param acceptedAmps the current that it names, {@code null} when it names none, or several
 */
public record AmperageAnswer(boolean success, @Nullable BigDecimal acceptedAmps) {}
