package io.evcharging.command;

import java.io.IOException;

/** Posts to {@code {api-url}/vehicles/{vehicleId}/{path}}, once. */
@FunctionalInterface
public interface SmartcarCall {

  /**
   * Posts.
   *
   * @param body JSON, UTF-8
   * @throws NotSentException when nothing has left this machine
   * @throws IOException when it may have happened
   */
  SmartcarReply post(String vehicleId, String path, byte[] body) throws IOException;

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
