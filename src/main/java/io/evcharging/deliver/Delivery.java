package io.evcharging.deliver;

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
 * @param body the JSON
 */
@SuppressWarnings(
    "ArrayRecordComponent") // never compared, and a copy for each delivery is what it saves
public record Delivery(String sink, String id, String vehicleId, byte[] body) {

  private static final String PROPERTY = "evcharging.delivery";
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final String SINK = "evcharging.sink";

  /** The delivery of this exchange. */
  static Delivery of(Exchange exchange) {
    return exchange.getProperty(PROPERTY, Delivery.class);
  }

  /** As log lines name it. */
  @Override
  public String toString() {
    return "sink=" + sink + " vehicleId=" + vehicleId + " id=" + id;
  }

  /** Notes what is in the message, for the sink that the exchange property {@value #SINK} names. */
  public static final class Start implements Processor {

    @Override
    public void process(Exchange exchange) {
      Message message = exchange.getMessage();
      exchange.setProperty(
          PROPERTY,
          new Delivery(
              exchange.getProperty(SINK, String.class),
              id(message.getHeader("ce-id", String.class)),
              message.getHeader("ce-subject", String.class),
              message.getBody(byte[].class)));
    }

    /** It becomes a file's name: what comes over a channel from outside may be anything. */
    private static String id(@Nullable String told) {
      return told != null && UUID_TEXT.matcher(told).matches()
          ? told
          : UUID.randomUUID().toString();
    }
  }
}
