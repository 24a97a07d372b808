package io.evcharging.normalise;

import io.evcharging.canonical.ChargingObservation;
import io.evcharging.canonical.Status;
import io.evcharging.source.UtcText;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * What travels beside an observation: the CloudEvents 1.0 attributes, and what a consumer may
 * select by without parsing.
 *
 * @param id the observation's
 * @param endpoint its source
 * @param vehicleId whose
 * @param brand in upper case
 * @param observedAt as in the JSON, {@code null} where it is not known
 * @param state the word of the model, {@code null} where there is none
 */
public record ObservationHeaders(
    String id,
    String endpoint,
    String vehicleId,
    String brand,
    @Nullable String observedAt,
    @Nullable String state) {

  static ObservationHeaders of(ChargingObservation observation) {
    Status status = observation.status();
    return new ObservationHeaders(
        observation.id().toString(),
        observation.source().endpoint(),
        observation.vehicle().id(),
        observation.vehicle().brand(),
        observation.observedAt() == null ? null : UtcText.of(observation.observedAt()),
        status == null || status.state() == null ? null : status.state().name());
  }

  /** Sets the headers. */
  public void write(Message message) {
    message.setHeader("ce-specversion", "1.0");
    message.setHeader("ce-id", id);
    message.setHeader("ce-source", "/evcharging/" + endpoint);
    message.setHeader("ce-type", ChargingObservation.TYPE);
    message.setHeader("ce-subject", vehicleId);
    if (observedAt != null) {
      message.setHeader("ce-time", observedAt);
    }
    message.setHeader(Exchange.CONTENT_TYPE, "application/json");
    message.setHeader("evchargingVehicle", vehicleId);
    message.setHeader("evchargingBrand", brand);
    if (state != null) {
      message.setHeader("evchargingState", state);
    }
  }
}
