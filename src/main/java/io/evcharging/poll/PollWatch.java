package io.evcharging.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that no poll hangs unseen: one whose deadline has passed is cancelled, counted once as
 * {@link PollOutcome#EXPIRED} and logged, wherever it hangs.
 */
public final class PollWatch extends ServiceSupport {

  private static final Logger LOG = LoggerFactory.getLogger(PollWatch.class);
  private static final String NAME = "evcharging-poll-watch";

  private final Set<Poll> underWay = ConcurrentHashMap.newKeySet();
  private final CamelContext context;
  private final PollOutcomes outcomes;
  private final Consumer<Instant> cancelOverdueCalls;
  private final Duration limit;
  private final Clock clock;
  private ScheduledExecutorService scheduler;

  /**
   * Watches from its start to its stop.
   *
   * @param context lends a thread
   * @param outcomes counts what is cancelled
   * @param cancelOverdueCalls of the HTTP clients, as of a moment
   * @param limit of a poll, from its start to its end
   * @param clock says what is overdue
   */
  @SuppressWarnings("NullAway.Init") // the scheduler lives from start to stop
  public PollWatch(
      CamelContext context,
      PollOutcomes outcomes,
      Consumer<Instant> cancelOverdueCalls,
      Duration limit,
      Clock clock) {
    this.context = context;
    this.outcomes = outcomes;
    this.cancelOverdueCalls = cancelOverdueCalls;
    this.limit = limit;
    this.clock = clock;
  }

  Duration limit() {
    return limit;
  }

  void begin(Poll poll, Exchange exchange) {
    underWay.add(poll);
    outcomes.started(poll.source().id());
    WhenOver.of(exchange, () -> underWay.remove(poll));
  }

  /**
   * Since when the one has been under way that has been for longest.
   *
   * @param source a source's id
   * @return empty when no poll of that source is
   */
  public Optional<Instant> underWaySince(String source) {
    return underWay.stream()
        .filter(poll -> poll.source().id().equals(source))
        .map(poll -> poll.deadline().minus(limit))
        .min(Comparator.naturalOrder());
  }

  /** How many polls have begun and not ended. */
  public int underWay() {
    return underWay.size();
  }

  /** Cancels what is overdue now. */
  public void review() {
    Instant now = clock.instant();
    for (Poll poll : underWay) {
      if (poll.isOverdue(now) && poll.countOnce()) {
        poll.endAs(PollOutcome.EXPIRED);
        outcomes.count(poll.source().id(), PollOutcome.EXPIRED, limit.toMillis());
        LOG.warn("poll {} outcome=expired reason=\"not over after {} s\"", poll, limit.toSeconds());
        poll.told();
      }
    }
    cancelOverdueCalls.accept(now); // their polls have a name for it by now
  }

  @Override
  protected void doStart() {
    scheduler = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, NAME);
    // It ends with the scheduler.
    Future<?> unused = scheduler.scheduleWithFixedDelay(this::review, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  protected void doStop() {
    context.getExecutorServiceManager().shutdownNow(scheduler);
  }
}
