package io.evcharging.operate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evcharging.config.Vehicles;
import io.evcharging.upstream.Suspension;
import io.evcharging.upstream.Suspensions;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Ends suspensions: {@link Resume} as JSON in the body, {@link Resume.Done} as JSON out of it, with
 * 400 where the wish cannot be understood, and 404 where nobody knows the vehicle.
 */
public final class ResumeProcessor implements Processor {

  private static final JsonMapper JSON = new JsonMapper();

  private final Suspensions suspensions;
  private final Vehicles vehicles;

  /**
   * Ends these.
   *
   * @param suspensions in force
   * @param vehicles the known ones
   */
  public ResumeProcessor(Suspensions suspensions, Vehicles vehicles) {
    this.suspensions = suspensions;
    this.vehicles = vehicles;
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    Message message = exchange.getMessage();
    Resume wish = read(message.getBody(byte[].class));
    int status = 200;
    Resume.Done done;
    if (wish.fault().isPresent()) {
      status = 400;
      done = Resume.Done.faulty(wish.fault().get());
    } else {
      done = resume(Objects.requireNonNull(wish.vehicleId()), wish);
      status = done.fault() == null ? 200 : 404;
    }
    message.setBody(JSON.writeValueAsBytes(done));
    message.setHeader(Exchange.CONTENT_TYPE, "application/json");
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
  }

  /** What cannot be read names no vehicle either. */
  private static Resume read(byte[] json) {
    try {
      return JSON.readValue(json, Resume.class);
    } catch (IOException | IllegalArgumentException unreadable) {
      return new Resume(null, null);
    }
  }

  private Resume.Done resume(String vehicleId, Resume wish) {
    List<Suspension> ended =
        suspensions.list().stream().filter(each -> each.isOf(vehicleId, wish.source())).toList();
    boolean known =
        vehicleId.equals(Suspension.APPLICATION) || vehicles.byId(vehicleId).isPresent();
    if (!known && ended.isEmpty()) {
      return Resume.Done.faulty("there is no vehicle " + vehicleId);
    }
    suspensions.resume(vehicleId, wish.source());
    return Resume.Done.of(ended);
  }
}
