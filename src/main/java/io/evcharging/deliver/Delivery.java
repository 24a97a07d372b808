package io.evcharging.deliver;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/**
 * One observation on its way to one sink, as it was before the sink's own routes and endpoints got
 * hold of the message.
 *
 * @param sink the sink's name
 * @param id the observation's
 * @param vehicleId the vehicle's
 * @param acceptedAt when the channel took it
 * @param body the JSON
 */
@SuppressWarnings(
    "ArrayRecordComponent") // never compared, and a copy for each delivery is what it saves
public record Delivery(String sink, String id, String vehicleId, Instant acceptedAt, byte[] body) {

  private static final String PROPERTY = "evcharging.delivery";
  private static final String JMS_TIMESTAMP = "JMSTimestamp";
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** The delivery of this exchange. */
  static Delivery of(Exchange exchange) {
    return exchange.getProperty(PROPERTY, Delivery.class);
  }

  /** As log lines name it. */
  @Override
  public String toString() {
    return "sink=" + sink + " vehicleId=" + vehicleId + " id=" + id;
  }

  /** Notes what is in the message, on its way to one sink. */
  public static final class Start implements Processor {

    private final String sink;
    private final Clock clock;

    /**
     * For one sink.
     *
     * @param sink its name
     * @param clock for what does not say when it was accepted
     */
    public Start(String sink, Clock clock) {
      this.sink = sink;
      this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
      Message message = exchange.getMessage();
      exchange.setProperty(
          PROPERTY,
          new Delivery(
              sink,
              id(message.getHeader("ce-id", String.class)),
              message.getHeader("ce-subject", String.class),
              acceptedAt(message),
              message.getBody(byte[].class)));
    }

    /** The journal knows it, over restarts too. */
    private Instant acceptedAt(Message message) {
      return message.getHeader(JMS_TIMESTAMP) instanceof Long millis
          ? Instant.ofEpochMilli(millis)
          : clock.instant();
    }

    /** It becomes a file's name: what comes over a channel from outside may be anything. */
    private static String id(@Nullable String told) {
      return told != null && UUID_TEXT.matcher(told).matches()
          ? told
          : UUID.randomUUID().toString();
    }
  }
}
