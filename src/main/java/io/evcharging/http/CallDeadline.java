package io.evcharging.http;

import java.time.Instant;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** By when a call must be over, besides the limit of its client: that of the work it is part of. */
public final class CallDeadline {

  /** An {@link Instant}, by the clock of the client; may be missing. */
  public static final String PROPERTY = "evcharging.callDeadline";

  private static final ThreadLocal<@Nullable Instant> OF_THREAD = new ThreadLocal<>();

  /** A call that holds its thread. */
  interface Call {
    void make() throws Exception;
  }

  private CallDeadline() {}

  static @Nullable Instant of(Exchange exchange) {
    return exchange.getProperty(PROPERTY, Instant.class);
  }

  /** Makes a call of this exchange on this thread. */
  static void during(Exchange exchange, Call call) throws Exception {
    OF_THREAD.set(of(exchange));
    try {
      call.make();
    } finally {
      OF_THREAD.remove();
    }
  }

  /**
   * What comes first.
   *
   * @param usual by when the client would end the call that this thread makes
   * @return the deadline of the exchange, if that is earlier
   */
  public static Instant orEarlier(Instant usual) {
    Instant own = OF_THREAD.get();
    return own != null && own.isBefore(usual) ? own : usual;
  }
}
