package io.evcharging.mapping;

import io.evcharging.canonical.Finding;
import io.evcharging.canonical.FindingCode;
import io.evcharging.canonical.Source;
import io.evcharging.canonical.Vehicle;
import io.evcharging.source.Wire;
import io.evcharging.source.WireTime;
import io.evcharging.source.smartcar.SmartcarHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One answer while it is being mapped: what is known about it besides its fields, and what is found
 * on the way. Mappers pass it along, {@link Presence} tells it which field comes next, and whatever
 * is noted without a path belongs to that field. For one thread, and one answer.
 */
public final class Reading {

  private static final String IMPERIAL = "imperial";

  private final Vehicle vehicle;
  private final Source source;
  private final boolean imperial;
  private final Instant receivedAt;
  private @Nullable Instant observedAt;
  private @Nullable Instant fetchedAt;

  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Instant> times = new LinkedHashMap<>();
  private final SortedMap<String, Object> unmapped = new TreeMap<>();
  private final Cursor cursor = new Cursor();
  private @Nullable Object rawPower;
  private boolean valued;

  /**
   * @param vehicle that was asked about
   * @param endpoint that answered
   * @param headers of the answer
   * @param receivedAt when the answer was here
   */
  public Reading(Vehicle vehicle, String endpoint, SmartcarHeaders headers, Instant receivedAt) {
    this.vehicle = vehicle;
    this.source = new Source(endpoint, headers.requestId());
    this.imperial = IMPERIAL.equalsIgnoreCase(headers.unitSystem());
    this.receivedAt = receivedAt;
    this.observedAt = headerTime("observedAt", headers.dataAge());
    this.fetchedAt = headerTime("fetchedAt", headers.fetchedAt());
  }

  private @Nullable Instant headerTime(String path, @Nullable String raw) {
    if (raw == null || WireTime.isNone(raw)) {
      return null;
    }
    Instant time = WireTime.parse(raw);
    if (time == null) {
      unreadable(path, raw);
    }
    return time;
  }

  Vehicle vehicle() {
    return vehicle;
  }

  Source source() {
    return source;
  }

  /** Distances are in miles. */
  boolean imperial() {
    return imperial;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  /** When the vehicle recorded it, {@code null} when nobody knows. */
  public @Nullable Instant observedAt() {
    return observedAt;
  }

  /** When the source API fetched it, {@code null} when nobody knows. */
  public @Nullable Instant fetchedAt() {
    return fetchedAt;
  }

  void observedAt(Instant newest) {
    observedAt = newest;
  }

  void fetchedAt(Instant newest) {
    fetchedAt = newest;
  }

  List<Finding> findings() {
    return findings;
  }

  /** When fields were recorded, where they have a time of their own. */
  Map<String, Instant> times() {
    return times;
  }

  /** Whether the age of any value was looked for. */
  boolean valued() {
    return valued;
  }

  SortedMap<String, Object> unmapped() {
    return unmapped;
  }

  /** Where in the wire, and in the observation, the mapping is. */
  Cursor cursor() {
    return cursor;
  }

  /** Power as it came, which is told when its scale is doubted. */
  @Nullable Object rawPower() {
    return rawPower;
  }

  void rawPower(@Nullable Object raw) {
    rawPower = raw == null ? null : cursor.asItCame(raw);
  }

  /** Begins with a body: what could not be read in it, and what no rule names. */
  public void begin(Wire<?> body) {
    cursor.begin(body);
    unmapped.putAll(body.unknown());
  }

  /** The same for the body of a signal, whose unknown fields go under its code. */
  void begin(Wire<?> body, String code) {
    cursor.begin(body);
    body.unknown().forEach((path, raw) -> unmapped.put(code + '.' + path, raw));
  }

  /** Leaves a finding at the field that is being read. */
  void flag(FindingCode code, @Nullable Object raw, String detail) {
    flag(cursor.path(), code, raw == null ? null : cursor.asItCame(raw), detail);
  }

  void flag(String path, FindingCode code, @Nullable Object raw, String detail) {
    findings.add(new Finding(path, code, raw, detail));
  }

  /** Leaves a finding for a value that is no value, or cannot be read as one. */
  void unreadable(String path, Object raw) {
    if (Sentinels.is(raw)) {
      flag(path, FindingCode.SENTINEL, raw, "The source's own word for no value.");
    } else {
      flag(path, FindingCode.UNPARSEABLE, raw, "Cannot be read as what it should be; left out.");
    }
  }

  /** Takes the faults of fields of the wire as findings at the field that is being read. */
  void claim(String... wires) {
    for (String wire : wires) {
      claim(wire);
    }
  }

  /** The same for one field. */
  void claim(String wire) {
    Object raw = cursor.takeFault(wire);
    if (raw != null) {
      unreadable(cursor.path(), raw);
    }
  }

  /**
   * The value of a field of the wire, or what came in its place and could not be read; that one is
   * then the caller's to tell.
   */
  @Nullable Object orFault(String wire, @Nullable Object value) {
    Object raw = cursor.takeFault(wire);
    return raw == null ? value : raw;
  }

  /** Whether there is a value; a sentinel is none, and leaves a finding. */
  boolean isValue(@Nullable Object value) {
    if (value == null) {
      return false;
    }
    if (Sentinels.is(value)) {
      unreadable(cursor.path(), cursor.asItCame(value));
      return false;
    }
    return true;
  }

  /**
   * Maps what lies inside the field that is being read.
   *
   * @param wire its name on the wire
   */
  <T> T inside(String wire, Supplier<T> mapping) {
    return cursor.inside(wire, cursor.path(), mapping);
  }

  /**
   * Maps the elements of the list that is being read. What maps to nothing is left out.
   *
   * @param wire the list's name on the wire
   * @param nothing an element without any field
   */
  <S, T> List<T> each(String wire, List<@Nullable S> elements, T nothing, Function<S, T> mapping) {
    List<T> all = new ArrayList<>(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      String elementWire = wire + "[" + i + "]";
      S element = elements.get(i);
      if (element == null) {
        claim(elementWire);
        continue;
      }
      String path = cursor.path() + "[" + all.size() + "]";
      T mapped = cursor.inside(elementWire, path, () -> mapping.apply(element));
      if (!mapped.equals(nothing)) {
        all.add(mapped);
      }
    }
    return all;
  }

  /** Notes the age of a value, where there is one, for the field that is being read. */
  <T> @Nullable T observed(@Nullable Instant time, @Nullable T value) {
    if (value != null) {
      observed(cursor.path(), time);
    }
    return value;
  }

  void observed(String path, @Nullable Instant time) {
    valued = true;
    if (time != null) {
      times.put(path, time);
    }
  }
}
