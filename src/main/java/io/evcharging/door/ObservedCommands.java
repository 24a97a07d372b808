package io.evcharging.door;

import io.evcharging.canonical.ChargingObservation;
import io.evcharging.command.Confirmations;
import io.evcharging.normalise.ObservationProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Shows each observation to the commands that wait for one. */
public final class ObservedCommands implements Processor {

  private final Confirmations confirmations;

  /**
   * Shows observations.
   *
   * @param confirmations cheap when nothing waits
   */
  public ObservedCommands(Confirmations confirmations) {
    this.confirmations = confirmations;
  }

  @Override
  public void process(Exchange exchange) {
    if (exchange.getProperty(ObservationProcessor.OBSERVATION)
        instanceof ChargingObservation observation) {
      confirmations.observe(observation);
    }
  }
}
