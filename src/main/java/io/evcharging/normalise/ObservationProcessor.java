package io.evcharging.normalise;

import io.evcharging.canonical.ChargingObservation;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Turns an {@link Answer} in the body into the observation's JSON, with the CloudEvents 1.0
 * attributes as headers, and {@code evchargingVehicle}, {@code evchargingBrand} and {@code
 * evchargingState}, so that a consumer can select without parsing. The record itself travels as the
 * exchange property {@value #OBSERVATION}. Whether there was anything to observe is the exchange
 * property {@value #OBSERVED}.
 */
public final class ObservationProcessor implements Processor {

  /** Exchange property: {@link Boolean}, there is an observation. */
  public static final String OBSERVED = "evcharging.observed";

  /** Exchange property: the {@link ChargingObservation}. */
  public static final String OBSERVATION = "evcharging.observation";

  private final Normaliser normaliser;
  private final ObservationFigures figures;

  /**
   * Normalises with the mappers of all brands.
   *
   * @param normaliser made once
   * @param figures counts what is observed
   */
  public ObservationProcessor(Normaliser normaliser, ObservationFigures figures) {
    this.normaliser = normaliser;
    this.figures = figures;
  }

  @Override
  public void process(Exchange exchange) {
    Message message = exchange.getMessage();
    Optional<NormalisedObservation> normalised =
        message.getBody() instanceof Answer answer
            ? normaliser.normalise(answer)
            : Optional.empty();
    exchange.setProperty(OBSERVED, normalised.isPresent());
    message.removeHeaders("*");
    // That of the answer: what goes out is UTF-8.
    exchange.removeProperty(ExchangePropertyKey.CHARSET_NAME);
    normalised.ifPresent(
        observed -> {
          figures.count(observed.observation());
          exchange.setProperty(OBSERVATION, observed.observation());
          message.setBody(observed.json());
          ObservationHeaders.of(observed.observation()).write(message);
        });
  }
}
