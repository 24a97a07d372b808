package io.evcharging.poll;

import io.evcharging.config.SmartcarConfig;
import io.evcharging.source.ChargeSource.Kind;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Writes the request of a poll into a message, in place of all that was in it. */
public final class SmartcarRequest {

  /** As many as the API gives, so that a vehicle's signals are one call. */
  private static final String FIRST_PAGE = "page%5Bsize%5D=200";

  private final String authorization;

  /**
   * Requests in the name of one application or user.
   *
   * @param smartcar the access token
   */
  public SmartcarRequest(SmartcarConfig smartcar) {
    this.authorization = "Bearer " + smartcar.accessToken();
  }

  void first(Message message, Poll poll) {
    write(message, poll, poll.source().kind() == Kind.SIGNAL_LIST ? FIRST_PAGE : null);
  }

  void next(Message message, Poll poll, String query) {
    write(message, poll, query);
  }

  private void write(Message message, Poll poll, @Nullable String query) {
    message.removeHeaders("*");
    message.setBody(null);
    message.setHeader(Exchange.HTTP_PATH, path(poll));
    message.setHeader(Exchange.HTTP_QUERY, query);
    message.setHeader("Authorization", authorization);
    message.setHeader("SC-Unit-System", "metric");
    String userId = poll.vehicle().userId();
    if (poll.source().kind() != Kind.BRAND && userId != null) {
      message.setHeader("sc-user-id", userId);
    }
  }

  private static String path(Poll poll) {
    String vehicle = "vehicles/" + poll.vehicle().vehicle().id();
    return switch (poll.source().kind()) {
      // tesla-charge is read at tesla/charge; the API refuses a make in any other case than lower.
      case BRAND -> vehicle + "/" + poll.source().id().replace('-', '/');
      case SIGNAL_LIST -> vehicle + "/signals";
      case SIGNAL -> vehicle + "/signals/" + poll.source().id();
    };
  }
}
