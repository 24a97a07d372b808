package io.evcharging.command;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evcharging.canonical.AmperageCommand;
import io.evcharging.canonical.CommandOutcome;
import io.evcharging.canonical.OemAnswer;
import io.evcharging.mapping.AmperageAnswer;
import io.evcharging.mapping.AmperageCommandMapper;
import io.evcharging.source.smartcar.SmartcarError;
import io.evcharging.source.tesla.TeslaAmmeterAnswer;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.mapstruct.factory.Mappers;

/** Smartcar's ammeter of a Tesla. */
public final class TeslaAmmeterActuator implements Actuator {

  private static final String PATH = "tesla/charge/ammeter";
  private static final int MESSAGE_LENGTH = 300;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
  private static final ObjectWriter WRITER = JSON.writer();
  private static final ObjectReader READER = JSON.reader();

  private final AmperageCommandMapper mapper = Mappers.getMapper(AmperageCommandMapper.class);
  private final SmartcarCall smartcar;

  /**
   * Sends by a call.
   *
   * @param smartcar never repeats anything
   */
  public TeslaAmmeterActuator(SmartcarCall smartcar) {
    this.smartcar = smartcar;
  }

  @Override
  public Actuated set(AmperageCommand command) {
    try {
      byte[] body = WRITER.writeValueAsBytes(mapper.tesla(command));
      return said(command, smartcar.post(command.vehicleId(), PATH, body));
    } catch (SmartcarCall.NotNowException e) {
      String why = String.valueOf(e.getMessage());
      return new Actuated(CommandOutcome.RATE_LIMITED, null, why, null, e.retryAfter());
    } catch (SmartcarCall.NotSentException e) {
      return Actuated.of(
          CommandOutcome.REJECTED, "Smartcar cannot be reached: nothing was sent.", null);
    } catch (IOException e) {
      return unknown("No answer of Smartcar: it may or may not have happened.", null);
    }
  }

  private Actuated said(AmperageCommand command, SmartcarReply reply) {
    if (reply.status() >= 200 && reply.status() < 300) {
      return evidence(command, reply);
    }
    SmartcarError error = SmartcarError.read(reply.status(), reply.body());
    CommandOutcome outcome = SmartcarOutcome.of(error);
    String words = outcome == CommandOutcome.UNKNOWN ? ": it may or may not have happened." : ".";
    return new Actuated(
        outcome,
        null,
        "Smartcar answered " + error + words,
        new OemAnswer(reply.status(), reply.requestId(), null),
        outcome == CommandOutcome.RATE_LIMITED ? reply.retryAfter() : null);
  }

  /** Success is what the answer proves: that it was carried out, and with how many amps. */
  private Actuated evidence(AmperageCommand command, SmartcarReply reply) {
    TeslaAmmeterAnswer wire = read(reply.body());
    OemAnswer oem = new OemAnswer(reply.status(), reply.requestId(), printable(wire.message()));
    AmperageAnswer answer = mapper.tesla(wire);
    BigDecimal accepted = answer.acceptedAmps();
    if (!answer.success() || accepted == null) {
      return unknown("Smartcar's answer does not say what was set.", oem);
    }
    boolean same = accepted.compareTo(command.amperage()) == 0;
    return new Actuated(
        same ? CommandOutcome.ACCEPTED : CommandOutcome.CLAMPED,
        accepted,
        same
            ? "Smartcar took the value."
            : "Smartcar took " + accepted.toPlainString() + " A instead of the value asked for.",
        oem,
        null);
  }

  private static Actuated unknown(String detail, @Nullable OemAnswer oem) {
    return Actuated.of(CommandOutcome.UNKNOWN, detail, oem);
  }

  private static TeslaAmmeterAnswer read(byte[] body) {
    try {
      JsonNode answer = READER.readTree(body);
      return new TeslaAmmeterAnswer(text(answer, "message"), text(answer, "status"));
    } catch (IOException notJson) {
      return new TeslaAmmeterAnswer(null, null);
    }
  }

  private static @Nullable String text(JsonNode answer, String field) {
    JsonNode value = answer.path(field);
    return value.isTextual() ? value.textValue() : null;
  }

  private static @Nullable String printable(@Nullable String message) {
    if (message == null) {
      return null;
    }
    String clean = message.replaceAll("\\p{Cntrl}", " ");
    return clean.length() > MESSAGE_LENGTH ? clean.substring(0, MESSAGE_LENGTH) : clean;
  }
}
