package io.evcharging.poll;

import io.evcharging.config.PolledVehicle;
import io.evcharging.config.Vehicles;
import io.evcharging.failure.RefusedException;
import io.evcharging.source.ChargeSource;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Turns a {@link PollRequest} into the HTTP request. */
public final class PollStart implements Processor {

  static final String BRAND_ENDPOINT = "evcharging.brandEndpoint";
  static final String MORE_PAGES = "evcharging.morePages";

  private final Vehicles vehicles;
  private final SmartcarRequest request;

  /**
   * Polls the vehicles of a file.
   *
   * @param vehicles read anew when the file changes
   * @param request writes the HTTP request
   */
  public PollStart(Vehicles vehicles, SmartcarRequest request) {
    this.vehicles = vehicles;
    this.request = request;
  }

  @Override
  public void process(Exchange exchange) {
    PollRequest asked =
        exchange.getMessage().getBody() instanceof PollRequest some ? some : PollRequest.NOTHING;
    exchange.setProperty(PollRequest.PROPERTY, asked);
    ChargeSource source =
        Optional.ofNullable(asked.source())
            .flatMap(ChargeSource::byId)
            .orElseThrow(() -> new RefusedException("there is no such source", null));
    PolledVehicle vehicle =
        Optional.ofNullable(asked.vehicleId())
            .flatMap(vehicles::byId)
            .orElseThrow(
                () -> new RefusedException("the vehicle is not in the vehicles file", null));
    Poll poll = new Poll(vehicle, source);
    exchange.setProperty(Poll.PROPERTY, poll);
    exchange.setProperty(BRAND_ENDPOINT, source.kind() == ChargeSource.Kind.BRAND);
    exchange.setProperty(MORE_PAGES, true);
    request.first(exchange.getMessage(), poll);
  }
}
