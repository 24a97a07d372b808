package io.evcharging.command;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Posts to {@code {api-url}/vehicles/{vehicleId}/{path}}, once. */
@FunctionalInterface
public interface SmartcarCall {

  /**
   * Posts.
   *
   * @param body JSON, UTF-8
   * @throws NotNowException when calls are to be held back now
   * @throws NotSentException when nothing has left this machine
   * @throws IOException when it may have happened
   */
  SmartcarReply post(String vehicleId, String path, byte[] body) throws IOException;

  /** It may not be sent now, so nothing has happened. */
  final class NotNowException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient @Nullable Duration retryAfter;

    /**
     * @param why one sentence for a person
     * @param retryAfter how long to wait, {@code null} when that is not known
     */
    public NotNowException(String why, @Nullable Duration retryAfter) {
      super(why);
      this.retryAfter = retryAfter;
    }

    /** How long to wait, {@code null} when that is not known. */
    public @Nullable Duration retryAfter() {
      return retryAfter;
    }
  }

  /** Nothing has left this machine, so nothing has happened. */
  final class NotSentException extends IOException {

    private static final long serialVersionUID = 1;

    /**
     * @param cause why
     */
    public NotSentException(Throwable cause) {
      super("not sent", cause);
    }
  }
}
