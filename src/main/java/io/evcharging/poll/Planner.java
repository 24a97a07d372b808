package io.evcharging.poll;

import io.evcharging.source.ChargeSource;
import io.evcharging.upstream.DuePoll;
import io.evcharging.upstream.Planning;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Says who is asked now: when a source's schedule fires, and each second in between. */
public final class Planner {

  private final Planning plan;
  private final PollOutcomes outcomes;
  private final BooleanSupplier cutOff;

  /**
   * Asks a plan.
   *
   * @param plan knows the vehicles, who is to be left alone, and the budget
   * @param outcomes told of each poll that is made
   * @param cutOff whether the polls channel is out of reach: the rest waits again, for other nodes
   */
  public Planner(Planning plan, PollOutcomes outcomes, BooleanSupplier cutOff) {
    this.plan = plan;
    this.outcomes = outcomes;
    this.cutOff = cutOff;
  }

  /**
   * A source's schedule has fired.
   *
   * @param source a source's id
   * @return one request for each vehicle that is asked at once, made as they are taken
   * @throws IllegalArgumentException when no source is named so
   */
  public Iterator<PollRequest> due(String source) {
    ChargeSource due =
        ChargeSource.byId(source)
            .orElseThrow(() -> new IllegalArgumentException("there is no source " + source));
    List<DuePoll> now = plan.tick(due);
    outcomes.ahead(source, plan.aheadOfPace(due));
    return requests(now);
  }

  /**
   * Those whose moment has come since the schedules fired, as far as the budget goes.
   *
   * @return one request for each, made as they are taken
   */
  public Iterator<PollRequest> waiting() {
    return requests(plan.release());
  }

  private boolean canBeAsked(DuePoll poll) {
    if (!cutOff.getAsBoolean()) {
      return true;
    }
    ChargeSource.byId(poll.source()).ifPresent(source -> plan.heldBack(source, poll.vehicleId()));
    return false;
  }

  private Iterator<PollRequest> requests(List<DuePoll> due) {
    return due.stream()
        .filter(this::canBeAsked)
        .peek(poll -> outcomes.planned(poll.source()))
        .map(poll -> new PollRequest(poll.source(), poll.vehicleId(), poll.next().toEpochMilli()))
        .iterator();
  }
}
