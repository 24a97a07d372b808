package io.evcharging.upstream;

import io.evcharging.config.BudgetConfig;
import io.evcharging.state.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many calls to the source API may still be made: a bucket for the application, and a ledger
 * for each vehicle and calendar month. Whoever calls takes a call right before, whatever it is for:
 * a poll, a further page, a retry, a read-back, a command. A share of both is for commands alone.
 * Remembered over a restart; a process that is killed has counted too many calls, never too few.
 * Where the tables are shared, all that share them spend one budget. Safe for many threads.
 */
public final class Budget implements AutoCloseable {

  /** Of the calls of the rest of a month, what polls may spend beforehand: one in so many. */
  private static final int BEFOREHAND = 5;

  private final BudgetConfig config;
  private final BudgetTable table;
  private final Calls application;
  private final Accounts ledger;
  private final Clock clock;
  private final boolean shared;

  /** Calls that polls of this process wait for, which have begun and need a further page. */
  private final AtomicInteger owed = new AtomicInteger();

  private volatile @Nullable Standing looked;

  /**
   * Goes on with what is left.
   *
   * @param state open until this is closed
   * @param config the limits
   * @param clock refills, and says which month it is
   */
  public Budget(State state, BudgetConfig config, Clock clock) {
    this.table = new BudgetTable(state.jdbi());
    this.config = config;
    this.application =
        state.shared()
            ? new SharedBucket(state, config, clock)
            : new ApplicationBucket(table, config, clock);
    this.ledger =
        state.shared()
            ? new SharedLedger(state, table, config, clock)
            : new Ledger(table, config, clock);
    this.clock = clock;
    this.shared = state.shared();
  }

  /**
   * How it stands.
   *
   * @param available calls that the application may make now
   * @param capacity the most that it may make at once
   * @param keptForCommands of those available, not for polls
   * @param vehiclesAheadOfPace how many have cost more than the month allows by now, and wait for
   *     it
   * @param vehiclesBeyond70 how many vehicles have spent 70 % of their calls of this month
   * @param vehiclesBeyond90 how many have spent 90 %
   * @param vehiclesSpent how many have none left for polls
   */
  public record Standing(
      long available,
      long capacity,
      long keptForCommands,
      long vehiclesAheadOfPace,
      long vehiclesBeyond70,
      long vehiclesBeyond90,
      long vehiclesSpent) {}

  /**
   * Takes a call for a poll: the first one, one for a further page, or one that is made again.
   *
   * @param vehicleId the source API's vehicle id
   * @return false when it may not be made
   */
  public boolean takeForPoll(String vehicleId) {
    return take(vehicleId, config.pollsPerMonth(), config.keptForCommands());
  }

  /**
   * Whether a call that cannot be made now may be made later in this month.
   *
   * @param vehicleId the source API's vehicle id
   */
  public boolean hasCallsThisMonth(String vehicleId) {
    return ledger.spent(vehicleId) < config.pollsPerMonth();
  }

  /**
   * A poll that has begun waits for a call: the plan lets no other poll start with it. An answer
   * that comes in pages would cost calls and never be whole.
   *
   * @param calls 1 when it begins to wait, -1 when it no longer does
   */
  public void owe(int calls) {
    owed.addAndGet(calls);
  }

  /**
   * Takes a call for a command, out of the share that is kept for commands too.
   *
   * @param vehicleId the source API's vehicle id
   * @return false when it may not be made: the command is rate limited
   */
  public boolean takeForCommand(String vehicleId) {
    return take(vehicleId, config.perMonth(), 0);
  }

  /**
   * Takes a call that is about no vehicle, such as a page of a list of vehicles.
   *
   * @return false when it may not be made
   */
  public boolean takeForList() {
    return application.take(config.keptForCommands());
  }

  /** Both or none: what one of them refuses costs nothing of the other. */
  private boolean take(String vehicleId, long perMonth, long left) {
    if (!application.take(left)) {
      return false;
    }
    if (ledger.take(vehicleId, perMonth)) {
      return true;
    }
    application.giveBack();
    return false;
  }

  /** How many polls may start now. */
  public int availableForPolls() {
    return (int) Math.max(0, application.available() - config.keptForCommands() - owed.get());
  }

  /**
   * How many calls a vehicle should have cost by now at the most when a poll of it is planned:
   * those of a month are spread over it, with a fifth of them to spend beforehand.
   */
  long planLimit() {
    Instant now = clock.instant();
    LocalDate first = firstOfMonth(now);
    Instant start = first.atStartOfDay(ZoneOffset.UTC).toInstant();
    long month = Duration.ofDays(first.lengthOfMonth()).toSeconds();
    long polls = config.pollsPerMonth();
    long soFar = polls * ChronoUnit.SECONDS.between(start, now) / month;
    return soFar + Math.max(1, (polls - soFar) / BEFOREHAND);
  }

  /** How far apart the polls of a vehicle are, when those of this month are spread over it. */
  public Duration pace() {
    Duration month = Duration.ofDays(firstOfMonth(clock.instant()).lengthOfMonth());
    return month.dividedBy(Math.max(1, config.pollsPerMonth()));
  }

  private static LocalDate firstOfMonth(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC).withDayOfMonth(1);
  }

  /** Who has cost so many calls, or more, this month. */
  Set<String> spentAtLeast(long calls) {
    return table.spent(Ledger.month(clock)).stream()
        .filter(spent -> spent.calls() >= calls)
        .map(BudgetTable.Spent::vehicleId)
        .collect(Collectors.toSet());
  }

  /** Makes ready to call these vehicles, so that their calls wait for no disk. */
  void reserve(Collection<String> vehicleIds) {
    ledger.reserve(vehicleIds);
  }

  /** The source API says that the application's limit is reached: it has counted otherwise. */
  public void drain() {
    application.drain();
  }

  /**
   * How many calls a vehicle has cost in this calendar month, UTC.
   *
   * @param vehicleId the source API's vehicle id
   * @return 0 for one that is not known
   */
  public long spentThisMonth(String vehicleId) {
    return ledger.spent(vehicleId);
  }

  /**
   * For a person, and for metrics. Where the tables are shared it is as of the last {@link #look},
   * once there was one: whoever asks how this process is does not wait for tables out of reach.
   */
  public Standing standing() {
    Standing before = looked;
    return before == null ? now() : before;
  }

  /** Looks how it stands where the tables are shared: to be called every few seconds. */
  public void look() {
    if (shared) {
      looked = now();
    }
  }

  private Standing now() {
    return new Standing(
        application.available(),
        config.capacity(),
        config.keptForCommands(),
        ledger.atLeast(planLimit()),
        ledger.atLeast(config.perMonth() * 70L / 100),
        ledger.atLeast(config.perMonth() * 90L / 100),
        ledger.atLeast(config.pollsPerMonth()));
  }

  /** Writes down exactly what is left. */
  @Override
  public void close() {
    application.save();
    ledger.save();
  }
}
