package io.evcharging.poll;

import io.evcharging.config.PolledVehicle;
import io.evcharging.config.Vehicles;
import io.evcharging.failure.RefusedException;
import io.evcharging.failure.WaitAndRetryException;
import io.evcharging.http.CallDeadline;
import io.evcharging.source.ChargeSource;
import io.evcharging.upstream.Planning;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Turns a {@link PollRequest} into the HTTP request. */
public final class PollStart implements Processor {

  static final String BRAND_ENDPOINT = "evcharging.brandEndpoint";
  static final String MORE_PAGES = "evcharging.morePages";

  private final Vehicles vehicles;
  private final SmartcarRequest request;
  private final PollWatch watch;
  private final Planning plan;
  private final Clock clock;

  /**
   * Polls the vehicles of a file.
   *
   * @param vehicles read anew when the file changes
   * @param request writes the HTTP request
   * @param watch sees to it that the poll ends
   * @param plan told that a poll of its own has started, and that it has ended
   * @param clock for its deadline
   */
  public PollStart(
      Vehicles vehicles, SmartcarRequest request, PollWatch watch, Planning plan, Clock clock) {
    this.vehicles = vehicles;
    this.request = request;
    this.watch = watch;
    this.plan = plan;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    PollRequest asked =
        exchange.getMessage().getBody() instanceof PollRequest some ? some : PollRequest.NOTHING;
    exchange.setProperty(PollRequest.PROPERTY, asked);
    boolean free = asked.nextPoll() == null || begin(asked, exchange);
    ChargeSource source =
        Optional.ofNullable(asked.source())
            .flatMap(ChargeSource::byId)
            .orElseThrow(() -> new RefusedException("there is no such source", null));
    PolledVehicle vehicle =
        Optional.ofNullable(asked.vehicleId())
            .flatMap(vehicles::byId)
            .orElseThrow(
                () -> new RefusedException("the vehicle is not in the vehicles file", null));
    Poll poll = poll(vehicle, source, asked);
    exchange.setProperty(Poll.PROPERTY, poll);
    exchange.setProperty(CallDeadline.PROPERTY, poll.deadline());
    watch.begin(poll, exchange);
    if (!free) {
      throw notNow(poll, PollOutcome.UNDER_WAY, "the last answer is still on its way");
    } else if (poll.isStale(clock.instant())) {
      throw notNow(poll, PollOutcome.EXPIRED, "it has waited on the polls channel for too long");
    }
    exchange.setProperty(BRAND_ENDPOINT, source.kind() == ChargeSource.Kind.BRAND);
    exchange.setProperty(MORE_PAGES, true);
    request.first(exchange.getMessage(), poll);
  }

  private boolean begin(PollRequest asked, Exchange exchange) {
    if (!plan.started(asked.source(), asked.vehicleId())) {
      return false;
    }
    WhenOver.of(
        exchange,
        () -> {
          if (!exchange.isRollbackOnly()) { // else another node goes on with it
            plan.ended(asked.source(), asked.vehicleId());
          }
        });
    return true;
  }

  private static WaitAndRetryException notNow(Poll poll, PollOutcome outcome, String why) {
    poll.endAs(outcome);
    return new WaitAndRetryException(why, null, null);
  }

  private Poll poll(PolledVehicle vehicle, ChargeSource source, PollRequest asked) {
    Instant now = clock.instant();
    Instant deadline = now.plus(watch.limit());
    Long nextPoll = asked.nextPoll();
    return new Poll(
        vehicle, source, deadline, nextPoll == null ? deadline : Instant.ofEpochMilli(nextPoll));
  }
}
