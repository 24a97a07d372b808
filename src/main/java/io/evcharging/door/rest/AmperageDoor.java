package io.evcharging.door.rest;

import io.evcharging.config.VehicleIds;
import io.evcharging.config.Vehicles;
import io.evcharging.door.AmperageProcessor;
import java.io.IOException;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/**
 * Reads a command off its HTTP request: puts onto the exchange, as properties, what the commands'
 * own route asks for, and leaves the raw body. What is wrong already here goes along as a refusal,
 * so that it is recorded like every other command.
 */
public final class AmperageDoor implements Processor {

  private static final byte[] NOTHING = {};

  private final Door door;
  private final Vehicles vehicles;

  AmperageDoor(Door door, Vehicles vehicles) {
    this.door = door;
    this.vehicles = vehicles;
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    Inbound request = Inbound.of(exchange);
    exchange.removeProperty(Exchange.CHARSET_NAME);
    exchange.setProperty(AmperageProcessor.DOOR, "rest");
    request
        .one(Inbound.VEHICLE)
        .filter(VehicleIds::isOne)
        .ifPresent(id -> exchange.setProperty(AmperageProcessor.VEHICLE_ID, id));
    Refusal refusal = door.enter(exchange, request);
    byte[] body = NOTHING;
    if (refusal == null) {
      Caller caller = Objects.requireNonNull(exchange.getProperty(Door.CALLER, Caller.class));
      exchange.setProperty(AmperageProcessor.REQUESTED_BY, caller.name());
      refusal = wrong(exchange, request, caller);
      body = refusal == null ? request.body() : NOTHING;
      refusal = body.length > Inbound.LARGEST_BODY ? Refusal.TOO_LARGE : refusal;
    }
    if (refusal != null) {
      exchange.setProperty(Door.REFUSAL, refusal);
      exchange.setProperty(AmperageProcessor.REFUSAL, refusal.outcome());
      exchange.setProperty(AmperageProcessor.REFUSAL_DETAIL, refusal.detail());
      exchange.setProperty(Door.ANSWERS, !refusal.recorded());
    }
    exchange.getMessage().setBody(refusal == null ? body : NOTHING);
  }

  private @Nullable Refusal wrong(Exchange exchange, Inbound request, Caller caller) {
    Refusal ambiguity = request.ambiguity();
    if (ambiguity != null) {
      return ambiguity;
    }
    String vehicle = exchange.getProperty(AmperageProcessor.VEHICLE_ID, String.class);
    if (vehicle == null) {
      return Refusal.UNKNOWN_VEHICLE;
    }
    if (!caller.may(vehicle, vehicles)) {
      return Refusal.NOT_THIS_VEHICLE;
    }
    Refusal type = request.wrongType();
    if (type != null) {
      return type;
    }
    request
        .one("Idempotency-Key")
        .ifPresent(key -> exchange.setProperty(AmperageProcessor.IDEMPOTENCY_KEY, key));
    return request.wrongIdempotencyKey();
  }
}
