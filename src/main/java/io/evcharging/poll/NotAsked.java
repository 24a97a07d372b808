package io.evcharging.poll;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evcharging.source.ChargeSource;
import io.evcharging.upstream.Planning;
import java.io.IOException;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** A request that the polls channel did not take: its vehicle waits again. */
public final class NotAsked implements Processor {

  private static final JsonMapper JSON = new JsonMapper();

  private final Planning plan;

  /**
   * Gives back to a plan.
   *
   * @param plan that gave the request out
   */
  public NotAsked(Planning plan) {
    this.plan = plan;
  }

  @Override
  public void process(Exchange exchange) {
    PollRequest request = request(exchange.getMessage().getBody());
    String vehicleId = request.vehicleId();
    Optional<ChargeSource> source =
        Optional.ofNullable(request.source()).flatMap(ChargeSource::byId);
    if (source.isPresent() && vehicleId != null && request.nextPoll() != null) {
      plan.heldBack(source.get(), vehicleId);
    }
  }

  /** Before it was written, or after. */
  private static PollRequest request(Object body) {
    if (body instanceof PollRequest whole) {
      return whole;
    }
    try {
      return body instanceof byte[] bytes
          ? JSON.readValue(bytes, PollRequest.class)
          : PollRequest.NOTHING;
    } catch (IOException notOne) {
      return PollRequest.NOTHING;
    }
  }
}
