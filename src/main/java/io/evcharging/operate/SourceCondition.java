package io.evcharging.operate;

import io.evcharging.config.SourceConfig;
import io.evcharging.poll.PollHistory;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/**
 * Whether the polls of one source succeed: an answer that a vehicle sleeps is one. It is ill when
 * several ticks of its schedule, and then the time that an answer may take, have gone by since the
 * last success; before that, and where nothing was to be asked, it is well.
 */
public final class SourceCondition implements Condition {

  private final String source;
  private final CronExpression schedule;
  private final PollHistory history;
  private final IntSupplier vehicles;
  private final int missedTicks;
  private final Duration patience;
  private final Clock clock;
  private final Instant started;
  private @Nullable Deadline deadline;

  /** The answer to "until when", kept: a schedule is slow to ask. */
  private record Deadline(Instant since, Instant until) {}

  /**
   * Watches a source from now on.
   *
   * @param source its id
   * @param config its schedule
   * @param zone of the schedule
   * @param history how its polls ended
   * @param vehicles how many vehicles have it
   * @param missedTicks how many ticks may go by without a success
   * @param patience how long an answer may take
   * @param clock for now
   */
  public SourceCondition(
      String source,
      SourceConfig config,
      ZoneId zone,
      PollHistory history,
      IntSupplier vehicles,
      int missedTicks,
      Duration patience,
      Clock clock) {
    this.source = source;
    this.schedule = parse(config.schedule(), zone);
    this.history = history;
    this.vehicles = vehicles;
    this.missedTicks = missedTicks;
    this.patience = patience;
    this.clock = clock;
    this.started = clock.instant();
  }

  private static CronExpression parse(String cron, ZoneId zone) {
    try {
      CronExpression schedule = new CronExpression(cron);
      schedule.setTimeZone(TimeZone.getTimeZone(zone));
      return schedule;
    } catch (ParseException e) {
      throw new IllegalArgumentException("checked before", e);
    }
  }

  @Override
  public String name() {
    return "source-" + source;
  }

  @Override
  public Reading read() {
    PollHistory.Polls polls = history.of(source);
    int count = vehicles.getAsInt();
    Reading reading = read(polls, count, clock.instant()).with("vehicles", count);
    for (var outcome : polls.outcomes().entrySet()) {
      reading = reading.with(outcome.getKey(), outcome.getValue());
    }
    return reading;
  }

  private Reading read(PollHistory.Polls polls, int count, Instant now) {
    Instant success = polls.lastSuccess();
    if (count == 0) {
      return Reading.well("no vehicle has it");
    }
    Instant until = until(success == null ? started : success);
    if (now.isAfter(until) && polls.askedSinceSuccess() > 0 && !isStillAwaited(polls, now)) {
      return Reading.ill(failing(polls, success, now));
    }
    if (success == null) {
      return Reading.well("no answer yet, the first is waited for until " + seconds(until));
    }
    return Reading.well("last answer " + Ago.of(success, now));
  }

  /** Vehicles that nothing happens with are asked seldom: the first of them may take its time. */
  private boolean isStillAwaited(PollHistory.Polls polls, Instant now) {
    Instant asked = polls.askedFirst();
    return polls.lastFailure() == null && asked != null && !now.isAfter(asked.plus(patience));
  }

  private static String failing(PollHistory.Polls polls, @Nullable Instant success, Instant now) {
    String since = success == null ? "since the start" : "for " + Ago.length(success, now);
    String last = polls.lastFailure();
    return "no poll has succeeded %s; %d were asked for, %s"
        .formatted(
            since,
            polls.askedSinceSuccess(),
            last == null ? "none has ended" : "the last ended as " + last.toLowerCase(Locale.ROOT));
  }

  private static String seconds(Instant until) {
    return Instant.ofEpochSecond(until.getEpochSecond()).toString();
  }

  /** The last of the ticks that may be missed, and an answer's time after it. */
  @SuppressWarnings("JavaUtilDate") // Quartz's own
  private synchronized Instant until(Instant since) {
    if (deadline == null || !deadline.since.equals(since)) {
      Date tick = Date.from(since);
      for (int i = 0; i < missedTicks && tick != null; i++) {
        tick = schedule.getNextValidTimeAfter(tick);
      }
      Instant until = tick == null ? Instant.MAX : tick.toInstant().plus(patience);
      deadline = new Deadline(since, until);
    }
    return deadline.until;
  }
}
