package io.evcharging.standalone;

import io.evcharging.canonical.FindingCode;
import io.evcharging.config.PollConfig;
import io.evcharging.normalise.ObservationFigures;
import io.evcharging.poll.PollListener;
import io.evcharging.poll.PollOutcome;
import io.evcharging.poll.PollOutcomes;
import io.evcharging.source.ChargeSource;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;
import org.jspecify.annotations.Nullable;

/** How polls end, how long they take, how new their answers are and what was found in them. */
final class PollMeters {

  /** A sleeping car takes minutes, the source API on its own well under a second. */
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(15),
    Duration.ofSeconds(60),
    Duration.ofSeconds(300)
  };

  private final MeterRegistry meters;
  private final PollOutcomes polls;
  private final ObservationFigures figures;

  PollMeters(MeterRegistry meters, CamelContext context) {
    Registry beans = context.getRegistry();
    this.meters = meters;
    this.polls = beans.findSingleByType(PollOutcomes.class);
    this.figures = beans.findSingleByType(ObservationFigures.class);
  }

  void register(PollConfig config) {
    Map<String, Timer> timers = new HashMap<>();
    for (ChargeSource source : ChargeSource.values()) {
      if (config.enabled(source)) {
        timers.put(source.id(), duration(source.id()));
        registerAge(source.id());
        for (PollOutcome outcome : PollOutcome.values()) {
          registerOutcome(source.id(), outcome);
        }
      }
    }
    for (FindingCode code : FindingCode.values()) {
      registerFinding(code);
    }
    polls.listen(new Durations(Map.copyOf(timers)));
  }

  private void registerOutcome(String source, PollOutcome outcome) {
    FunctionCounter.builder("evcharging.polls", polls, all -> all.of(source, outcome))
        .description("Polls, by what was polled and how it ended")
        .tag("source", source)
        .tag("outcome", outcome.label())
        .register(meters);
  }

  private Timer duration(String source) {
    return Timer.builder("evcharging.poll.duration")
        .description("How long polls took, their wait on the polls channel left out")
        .serviceLevelObjectives(BUCKETS)
        .tag("source", source)
        .register(meters);
  }

  private void registerAge(String source) {
    Gauge.builder("evcharging.observation.age", figures, all -> seconds(all, source))
        .description("How long ago a vehicle made the newest observation; NaN before the first")
        .baseUnit("seconds")
        .tag("source", source)
        .register(meters);
  }

  private static double seconds(ObservationFigures figures, String source) {
    @Nullable Instant newest = figures.newest(source).orElse(null);
    return newest == null ? Double.NaN : Duration.between(newest, Instant.now()).toMillis() / 1e3;
  }

  private void registerFinding(FindingCode code) {
    FunctionCounter.builder("evcharging.findings", figures, all -> all.findings(code))
        .description("What was doubted, derived or left out")
        .tag("code", code.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .register(meters);
  }

  /** Records what the sources that are switched on took; others are asked by nobody here. */
  private record Durations(Map<String, Timer> timers) implements PollListener {
    @Override
    public void ended(String source, PollOutcome outcome, long millis) {
      Timer timer = timers.get(source);
      if (timer != null) {
        timer.record(millis, TimeUnit.MILLISECONDS);
      }
    }
  }
}
