package io.evcharging.standalone;

import io.evcharging.replay.Selection;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which of what has been kept: the same options wherever that is asked. */
final class KeptOptions {

  @Option(
      names = "--from",
      required = true,
      paramLabel = "<time>",
      converter = Time.class,
      description =
          "What was received then or later: 2026-11-20, which is 00:00 UTC, or 2026-11-20T08:15:00Z.")
  private Instant from = Instant.MIN;

  @Option(
      names = "--to",
      paramLabel = "<time>",
      converter = Time.class,
      description = "And earlier than that; up to now unless told.")
  private @Nullable Instant to;

  @Option(
      names = "--vehicle",
      paramLabel = "<id>",
      split = ",",
      description = "Only this vehicle; may be repeated.")
  private Set<String> vehicles = new HashSet<>();

  /**
   * What is meant.
   *
   * @throws StartException when that can be nothing
   */
  Selection selection() {
    Instant end = to == null ? Instant.now() : to;
    if (!from.isBefore(end)) {
      throw new StartException(
          EvCharging.FAULTY,
          "--from %s is not before --to %s: a time that is earlier is allowed, and up to now"
              .formatted(from, to == null ? "now" : to),
          null);
    }
    return new Selection(from, end, vehicles);
  }

  /** A time without a zone would mean another one on each machine. */
  static final class Time implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return text.contains("T")
            ? Instant.parse(text)
            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'" + text + "' is neither a date (2026-11-20) nor an instant (2026-11-20T08:15:00Z)");
      }
    }
  }
}
