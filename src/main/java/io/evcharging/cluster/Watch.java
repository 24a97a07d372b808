package io.evcharging.cluster;

import io.evcharging.operate.Condition;
import io.evcharging.operate.Question;
import io.evcharging.operate.Reading;
import io.evcharging.state.Nodes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.CamelContext;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says to the other nodes that this one lives, and to this one whether it may work: cut off from
 * the tables or from the broker it must not, until it reaches both again.
 */
public final class Watch extends ServiceSupport implements Condition {

  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final String NAME = "evcharging-cluster";

  /** Before the others take a node for dead that has said nothing for ten seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Two look, and one asks the tables. */
  private static final int THREADS = 3;

  private final CamelContext context;
  private final Nodes nodes;
  private final List<Runnable> refreshes;
  private final Condition broker;
  private final Work work;
  private volatile @Nullable String tables;
  private volatile @Nullable String channel;
  private volatile boolean silentBefore;
  private volatile boolean working = true;
  private volatile int living;
  private ScheduledExecutorService scheduler;
  private Question<Integer> question;

  /** What is laid down and taken up. */
  public interface Work {
    /**
     * Takes no polls, no ticks and no commands any more; what is under way goes on. May be
     * repeated.
     */
    void pause() throws Exception;

    /** Takes them again. */
    void resume() throws Exception;
  }

  /**
   * Watches from its start to its stop.
   *
   * @param context lends threads
   * @param nodes this one among the others
   * @param refreshes what is learnt from the others, every few seconds
   * @param broker whether it answers
   * @param work stopped while this node is cut off
   */
  @SuppressWarnings("NullAway.Init") // the scheduler and its question live from start to stop
  public Watch(
      CamelContext context, Nodes nodes, List<Runnable> refreshes, Condition broker, Work work) {
    this.context = context;
    this.nodes = nodes;
    this.refreshes = List.copyOf(refreshes);
    this.broker = broker;
    this.work = work;
  }

  /** Why this node must not work; empty when it may. */
  public Optional<String> cutOff() {
    String lost = tables;
    if (lost != null) {
      return Optional.of("the tables cannot be reached: " + lost);
    }
    String silent = channel;
    return silent == null
        ? Optional.empty()
        : Optional.of("the broker cannot be reached: " + silent);
  }

  @Override
  public String name() {
    return "cluster";
  }

  @Override
  public Reading read() {
    return cutOff()
        .map(why -> Reading.ill("cut off, neither polls nor commands: " + why))
        .orElseGet(() -> Reading.well("one of " + living + " nodes"))
        .with("node", nodes.me());
  }

  private void lookAtTables() {
    tables =
        failureOf(
            () -> {
              living = question.answer();
              return null;
            });
    act();
  }

  private int askTables() {
    nodes.beat();
    refreshes.forEach(Runnable::run);
    return nodes.living();
  }

  private void lookAtBroker() {
    String failure =
        failureOf(
            () -> {
              Reading reading = broker.read();
              return reading.well() ? null : reading.reason();
            });
    // It is asked with little patience: once is nothing.
    channel = silentBefore || failure == null ? failure : channel;
    silentBefore = failure != null;
    act();
  }

  /** The kind alone: messages may hold a URL, or what a statement was bound to. */
  private static @Nullable String failureOf(Callable<@Nullable String> look) {
    try {
      return look.call();
    } catch (TimeoutException e) {
      return e.getMessage();
    } catch (Exception e) {
      LOG.debug("cut off", e);
      return root(e).getClass().getSimpleName();
    }
  }

  private static Throwable root(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private synchronized void act() {
    Optional<String> why = cutOff();
    try {
      if (why.isPresent()) {
        if (working) {
          LOG.error("node {} stops polling and commanding: {}", nodes.me(), why.get());
        }
        working = false;
        work.pause(); // each time: it may have been too early
      } else if (why.isEmpty() && !working) {
        work.resume();
        working = true;
        LOG.info("node {} polls and commands again", nodes.me());
      }
    } catch (Exception e) {
      LOG.error("node {} could not {}", nodes.me(), why.isPresent() ? "stop" : "go on", e);
    }
  }

  @Override
  protected void doStart() {
    scheduler = context.getExecutorServiceManager().newScheduledThreadPool(this, NAME, THREADS);
    question = new Question<>(this::askTables, PATIENCE, scheduler);
    lookAtTables();
    lookAtBroker();
    long beat = Nodes.BEAT.toMillis();
    Future<?> unused =
        scheduler.scheduleWithFixedDelay(this::lookAtTables, beat, beat, TimeUnit.MILLISECONDS);
    unused =
        scheduler.scheduleWithFixedDelay(this::lookAtBroker, beat, beat, TimeUnit.MILLISECONDS);
  }

  @Override
  protected void doStop() {
    context.getExecutorServiceManager().shutdownNow(scheduler);
    try {
      nodes.leave();
    } catch (RuntimeException e) {
      LOG.warn(
          "node {} leaves, and the others see it in a while: {}", nodes.me(), root(e).toString());
    }
  }
}
