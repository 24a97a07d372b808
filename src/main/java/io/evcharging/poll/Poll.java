package io.evcharging.poll;

import io.evcharging.config.PolledVehicle;
import io.evcharging.normalise.Answer;
import io.evcharging.source.ChargeSource;
import io.evcharging.source.smartcar.SmartcarHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * One poll under way: what was asked, and the pages that have come so far. Lives in one exchange.
 */
public final class Poll {

  static final String PROPERTY = "evcharging.poll";

  private final PolledVehicle vehicle;
  private final ChargeSource source;
  private final List<byte[]> pages = new ArrayList<>(1);
  private final Set<String> queries = new HashSet<>();
  private @Nullable String query;
  private final Instant deadline;
  private final Instant nextPoll;
  private SmartcarHeaders headers = SmartcarHeaders.NONE;
  private @Nullable PollOutcome outcome;
  private boolean called;
  private boolean waits;
  private @Nullable Instant receivedAt;
  private int retries;
  private boolean counted;
  private boolean unreachable;
  private volatile boolean told;

  /**
   * A poll that starts.
   *
   * @param deadline by then it has ended
   * @param nextPoll when the next one of the same is due: nothing is tried again after it
   */
  Poll(PolledVehicle vehicle, ChargeSource source, Instant deadline, Instant nextPoll) {
    this.vehicle = vehicle;
    this.source = source;
    this.deadline = deadline;
    this.nextPoll = nextPoll;
  }

  /** The poll of this exchange; empty where it has not come so far. */
  static Optional<Poll> find(Exchange exchange) {
    return Optional.ofNullable((Poll) exchange.getProperty(PROPERTY));
  }

  /** The poll of this exchange, which has been started. */
  static Poll of(Exchange exchange) {
    return find(exchange).orElseThrow();
  }

  PolledVehicle vehicle() {
    return vehicle;
  }

  ChargeSource source() {
    return source;
  }

  Instant deadline() {
    return deadline;
  }

  boolean isOverdue(Instant now) {
    return now.isAfter(deadline);
  }

  /** Whether it has waited to start beyond the next one's time, and as long as a poll may take. */
  boolean isStale(Instant started) {
    Duration limit = Duration.between(started, deadline);
    return nextPoll.plus(limit).isBefore(started);
  }

  /** Whether there is time for the same call once more, at that moment. */
  boolean hasTimeToRetry(Instant then) {
    return then.isBefore(nextPoll) && !isOverdue(then);
  }

  /** Ends otherwise than its failure says; the first word counts. */
  synchronized void endAs(PollOutcome otherwise) {
    outcome = outcome == null ? otherwise : outcome;
  }

  /** Whether its outcome is still to be counted: each poll is, once. */
  synchronized boolean countOnce() {
    boolean first = !counted;
    counted = true;
    return first;
  }

  synchronized PollOutcome outcome(PollOutcome usual) {
    return outcome == null ? usual : outcome;
  }

  /** The vehicle sleeps, or cannot be reached for now. */
  void unreachable() {
    unreachable = true;
  }

  boolean isUnreachable() {
    return unreachable;
  }

  /** A call is being made. */
  void called() {
    called = true;
  }

  boolean hasCalled() {
    return called;
  }

  /** Whether it waits for the budget to have a further call for it. */
  boolean waits() {
    return waits;
  }

  /** Whether that is news. */
  boolean waits(boolean now) {
    boolean news = waits != now;
    waits = now;
    return news;
  }

  /** How many calls were made again so far. */
  int retries() {
    return retries;
  }

  /** Why it failed is in the log already. */
  void told() {
    told = true;
  }

  boolean isTold() {
    return told;
  }

  /** Counts the calls that are made again. */
  int nextRetry() {
    return ++retries;
  }

  /** Whether this page has not been asked for yet: pages that go round would cost calls. */
  boolean isNew(String next) {
    query = next;
    return queries.add(next);
  }

  /** Of the page that is asked for now; {@code null} for the first one. */
  @Nullable String query() {
    return query;
  }

  int pageCount() {
    return pages.size();
  }

  void add(byte[] page, SmartcarHeaders pageHeaders, Instant now) {
    receivedAt = receivedAt == null ? now : receivedAt; // nothing in it is newer than it says
    pages.add(page);
    headers = pageHeaders;
  }

  /** Hands the pages over: this poll outlives them in the queues of slow sinks. */
  Answer answer() {
    List<byte[]> complete = List.copyOf(pages);
    pages.clear();
    return new Answer(
        vehicle.vehicle(), source, headers, Objects.requireNonNull(receivedAt), complete);
  }

  /** As log lines name it. */
  @Override
  public String toString() {
    return "brand="
        + vehicle.vehicle().brand()
        + " vehicleId="
        + vehicle.vehicle().id()
        + " source="
        + source.id();
  }
}
