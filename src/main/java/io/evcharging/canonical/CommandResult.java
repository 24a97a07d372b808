package io.evcharging.canonical;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The truth about one command, the same at every door. Published as an event of type {@value
 * #TYPE}.
 *
 * @param commandId never {@code null}
 * @param vehicleId the vehicle that was meant; {@code null} when the command did not say
 * @param brand upper case; {@code null} when the vehicle is not known
 * @param requestedAmps {@code null} when the command held no number
 * @param acceptedAmps what the OEM says it has set, else {@code null}
 * @param outcome never {@code null}
 * @param detail one sentence for a person, never the input
 * @param requestedBy the name of the key or token, or of the door
 * @param receivedAt never {@code null}
 * @param completedAt {@code null} while the OEM is being asked
 * @param oem {@code null} when nobody was called, or no answer came
 * @param confirmation {@code null} where there is nothing to confirm
 */
public record CommandResult(
    String commandId,
    String vehicleId,
    String brand,
    BigDecimal requestedAmps,
    BigDecimal acceptedAmps,
    CommandOutcome outcome,
    String detail,
    String requestedBy,
    Instant receivedAt,
    Instant completedAt,
    OemAnswer oem,
    Confirmation confirmation) {

  /** The name and version of this contract. */
  public static final String TYPE = "io.evcharging.command.v1";
}
