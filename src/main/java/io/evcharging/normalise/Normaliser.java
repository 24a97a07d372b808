package io.evcharging.normalise;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.evcharging.canonical.ChargingObservation;
import io.evcharging.failure.CannotMapException;
import io.evcharging.mapping.AudiChargeMapper;
import io.evcharging.mapping.ChargeSignalsMapper;
import io.evcharging.mapping.Observations;
import io.evcharging.mapping.Reading;
import io.evcharging.mapping.Said;
import io.evcharging.mapping.SignalEvidence;
import io.evcharging.mapping.TeslaChargeMapper;
import io.evcharging.source.ChargeSource;
import io.evcharging.source.ChargeSource.Kind;
import io.evcharging.source.Wire;
import io.evcharging.source.WireReader;
import io.evcharging.source.audi.AudiCharge;
import io.evcharging.source.signals.ChargeSignals;
import io.evcharging.source.signals.ChargeSignalsReader;
import io.evcharging.source.signals.SignalEnvelope;
import io.evcharging.source.signals.SignalEnvelopes;
import io.evcharging.source.tesla.TeslaCharge;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.mapstruct.factory.Mappers;

/** Makes canonical observations of answers. Make one, and share it between threads. */
public final class Normaliser {

  private final Map<ChargeSource, BrandSchema<?>> brands = new EnumMap<>(ChargeSource.class);
  private final ChargeSignalsReader signalBodies = new ChargeSignalsReader();
  private final ChargeSignalsMapper signals = Mappers.getMapper(ChargeSignalsMapper.class);
  private final Observations observations = new Observations();
  private final ObservationWriter writer = new ObservationWriter();

  /** Makes all readers, mappers and the writer. */
  public Normaliser() {
    brand(
        ChargeSource.TESLA_CHARGE,
        TeslaCharge.class,
        Mappers.getMapper(TeslaChargeMapper.class)::said);
    brand(
        ChargeSource.AUDI_CHARGE,
        AudiCharge.class,
        Mappers.getMapper(AudiChargeMapper.class)::said);
  }

  private <W extends Record> void brand(
      ChargeSource source, Class<W> wire, BiFunction<W, Reading, Said> mapper) {
    brands.put(source, new BrandSchema<>(WireReader.of(wire), mapper));
  }

  /**
   * Normalises an answer.
   *
   * @return empty when the source has no data yet: a list of signals without any, or a single one
   *     without a value and a time
   * @throws CannotMapException when it is not JSON, or not of the shape that the source has; says
   *     nothing about its content
   */
  public Optional<NormalisedObservation> normalise(Answer answer) {
    Reading reading =
        new Reading(answer.vehicle(), answer.source().id(), answer.headers(), answer.receivedAt());
    try {
      Optional<Said> said =
          switch (answer.source().kind()) {
            case BRAND -> Optional.of(brand(answer, reading));
            case SIGNAL_LIST ->
                signals(SignalEnvelopes.ofPages(answer.pages(), signalBodies), reading);
            case SIGNAL -> signals(SignalEnvelopes.of(single(answer, reading)), reading);
          };
      return said.map(it -> observations.complete(it, reading))
          .filter(
              observation -> answer.source().kind() != Kind.SIGNAL || saysSomething(observation))
          .map(writer::write);
    } catch (JsonProcessingException notJson) { // whose own message would quote the answer
      throw cannotMap(answer, "it is not JSON" + near(notJson.getLocation()));
    } catch (IOException notTheShape) {
      throw cannotMap(answer, String.valueOf(notTheShape.getMessage()));
    }
  }

  private static String near(@Nullable JsonLocation location) {
    return location == null ? "" : ", near byte " + location.getByteOffset();
  }

  private static CannotMapException cannotMap(Answer answer, String why) {
    return new CannotMapException(
        "Cannot read the answer of " + answer.source().id() + ": " + why, null);
  }

  /**
   * A single signal without a value and without a time is no data yet: its id would come from now,
   * which would make it a new empty observation at each poll.
   */
  private static boolean saysSomething(ChargingObservation said) {
    return said.observedAt() != null
        || said.fetchedAt() != null
        || said.status() != null
        || said.electrical() != null
        || said.progress() != null
        || said.limits() != null
        || said.port() != null
        || said.fastCharger() != null
        || !said.timers().isEmpty()
        || !said.sessions().isEmpty()
        || !said.findings().isEmpty()
        || !said.unmapped().isEmpty();
  }

  private Said brand(Answer answer, Reading reading) throws IOException {
    BrandSchema<?> schema = brands.get(answer.source());
    if (schema == null) {
      throw new IOException("no mapper for " + answer.source().id());
    }
    return schema.read(page(answer), reading);
  }

  private static SignalEnvelope single(Answer answer, Reading reading) throws IOException {
    return SignalEnvelopes.ofSingle(answer.source().id(), page(answer))
        .withDefaultTimes(reading.observedAt(), reading.fetchedAt());
  }

  private static byte[] page(Answer answer) throws IOException {
    if (answer.pages().size() != 1) {
      throw new IOException("one page expected, not " + answer.pages().size());
    }
    return answer.pages().get(0);
  }

  private Optional<Said> signals(SignalEnvelopes answer, Reading reading) throws IOException {
    if (answer.signals().isEmpty() && answer.faults().isEmpty()) {
      return Optional.empty();
    }
    ChargeSignals wire = signalBodies.read(answer.signals());
    Said said = signals.said(wire, reading);
    SignalEvidence.note(answer, signalBodies.codes(), reading);
    return Optional.of(said);
  }

  /** How one brand's answers are read and mapped. */
  private record BrandSchema<W extends Record>(
      WireReader<W> reader, BiFunction<W, Reading, Said> mapper) {

    Said read(byte[] page, Reading reading) throws IOException {
      Wire<W> wire = reader.read(page);
      W value = wire.value();
      if (value == null) {
        throw new IOException("it is no object");
      }
      reading.begin(wire);
      return mapper.apply(value, reading);
    }
  }
}
