package io.evcharging.deliver;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;

/**
 * Gives each send to a broker an end. A broker whose address is full, or whose disk is, hands out
 * no more credits, and by its policy {@code BLOCK} says nothing; the Artemis client then waits for
 * them for ever, whatever its call timeout. Here a send that is not over in time is interrupted and
 * fails.
 */
public final class BoundedSends extends ServiceSupport {

  private static final String SEND = "send";
  private static final List<Class<?>> WRAPPED =
      List.of(Connection.class, Session.class, MessageProducer.class);
  private static final long LOOKS = 10;

  private final Set<Send> underWay = ConcurrentHashMap.newKeySet();
  private final Duration limit;
  private final Supplier<ScheduledExecutorService> threads;
  private @Nullable ScheduledExecutorService thread;

  /** One that has begun. */
  private static final class Send {

    private final Thread sender = Thread.currentThread();
    private final long until;
    private boolean over;
    private boolean interrupted;

    Send(long until) {
      this.until = until;
    }

    synchronized void interruptAfter(long now) {
      if (!over && !interrupted && now - until > 0) {
        interrupted = true;
        sender.interrupt();
      }
    }

    /** After this, nobody interrupts the thread; says whether somebody has. */
    synchronized boolean end() {
      over = true;
      return interrupted;
    }
  }

  /**
   * For as long as this is started.
   *
   * @param limit of a send; it may take a tenth longer
   * @param threads makes the thread that looks
   */
  public BoundedSends(Duration limit, Supplier<ScheduledExecutorService> threads) {
    this.limit = limit;
    this.threads = threads;
  }

  /**
   * Bounds the sends of all that comes from a factory.
   *
   * @param broker makes connections
   * @return makes the same ones
   */
  public ConnectionFactory around(ConnectionFactory broker) {
    return (ConnectionFactory) around(broker, ConnectionFactory.class);
  }

  private Object around(Object wrapped, Class<?> type) {
    return Proxy.newProxyInstance(
        BoundedSends.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          Object result =
              wrapped instanceof MessageProducer && method.getName().equals(SEND)
                  ? send(wrapped, method, arguments)
                  : invoke(wrapped, method, arguments);
          return result != null && WRAPPED.contains(method.getReturnType())
              ? around(result, method.getReturnType())
              : result;
        });
  }

  private @Nullable Object send(Object producer, Method method, Object[] arguments)
      throws Throwable {
    Send send = new Send(System.nanoTime() + limit.toNanos());
    underWay.add(send);
    try {
      return invoke(producer, method, arguments);
    } catch (Exception e) {
      if (send.end()) {
        throw tooLong(e);
      }
      throw e;
    } finally {
      underWay.remove(send);
      if (send.end()) {
        // It was meant for this send alone.
        Thread.interrupted();
      }
    }
  }

  private JMSException tooLong(Exception cause) {
    JMSException failure =
        new JMSException(
            "the broker has not taken it within %d ms: its address or its disk may be full"
                .formatted(limit.toMillis()));
    // Not as its cause: that somebody was interrupted explains nothing.
    failure.addSuppressed(cause);
    return failure;
  }

  private static @Nullable Object invoke(
      Object target, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  @Override
  protected void doStart() {
    thread = threads.get();
    long millis = Math.max(1, limit.toMillis() / LOOKS);
    // It ends with its thread.
    Future<?> unused =
        thread.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
  }

  private void look() {
    long now = System.nanoTime();
    underWay.forEach(send -> send.interruptAfter(now));
  }

  @Override
  protected void doStop() {
    if (thread != null) {
      thread.shutdownNow();
    }
  }
}
