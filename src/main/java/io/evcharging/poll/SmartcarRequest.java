package io.evcharging.poll;

import io.evcharging.source.ChargeSource.Kind;
import io.evcharging.source.smartcar.ApiGeneration;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Writes the request of a poll into a message, in place of all that was in it. */
public final class SmartcarRequest {

  /** As many as the API gives, so that a vehicle's signals are one call. */
  private static final String FIRST_PAGE = "page%5Bsize%5D=200";

  private final SmartcarBearer bearer;

  /**
   * Requests in the name of the application, or of the vehicle's owner.
   *
   * @param bearer writes the header {@code Authorization}
   */
  public SmartcarRequest(SmartcarBearer bearer) {
    this.bearer = bearer;
  }

  void first(Message message, Poll poll) {
    write(message, poll, poll.source().kind() == Kind.SIGNAL_LIST ? FIRST_PAGE : null);
  }

  void next(Message message, Poll poll, String query) {
    write(message, poll, query);
  }

  /**
   * The same once more with another token, when the API has refused the one it had.
   *
   * @return false when there is no other one
   */
  boolean again(Message message, Poll poll) {
    if (!bearer.renew(message)) {
      return false;
    }
    String query = poll.query();
    if (query == null) {
      first(message, poll);
    } else {
      next(message, poll, query);
    }
    return true;
  }

  /**
   * Writes a request of v2 that sets something, without a body.
   *
   * @param userId the vehicle's owner, {@code null} where it is not known
   * @param path what follows the vehicle
   */
  public void command(Message message, String vehicleId, @Nullable String userId, String path) {
    write(message, "vehicles/" + vehicleId + "/" + path);
    bearer.write(message, ApiGeneration.V2, userId);
  }

  /** The API has taken this message's token. */
  public void accepted(Message message) {
    bearer.accepted(message);
  }

  /** Asks for another token, for those who come next: the API has refused this message's. */
  public void refused(Message message) {
    bearer.renew(message);
  }

  private void write(Message message, Poll poll, @Nullable String query) {
    write(message, path(poll));
    message.setHeader(Exchange.HTTP_QUERY, query);
    String userId = poll.vehicle().userId();
    bearer.write(message, generation(poll), userId);
    if (poll.source().kind() != Kind.BRAND && userId != null) {
      message.setHeader("sc-user-id", userId);
    }
  }

  /** What all requests share, but for the token. */
  private static void write(Message message, String path) {
    message.removeHeaders("*");
    message.setBody(null);
    message.setHeader(Exchange.HTTP_PATH, path);
    message.setHeader("SC-Unit-System", "metric");
  }

  private static ApiGeneration generation(Poll poll) {
    return poll.source().kind() == Kind.BRAND ? ApiGeneration.V2 : ApiGeneration.V3;
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
