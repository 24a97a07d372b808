package io.evcharging.source.signals;

import io.evcharging.source.Wire;
import io.evcharging.source.WireBody;
import io.evcharging.source.WireKind;
import io.evcharging.source.WireReader;
import io.evcharging.source.WireSlice;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The signals of one answer, by code; of a code that comes twice, the newest.
 *
 * @param signals in the wire's order, which may change from answer to answer
 * @param faults what stood in the place of a signal and is none, as it came
 */
public record SignalEnvelopes(Map<String, SignalEnvelope> signals, Map<String, Object> faults) {

  /** The code of a signal that does not tell its own. */
  public static final String UNNAMED = "unnamed";

  private static final String STATUS = "status";
  private static final String INNER_STATUS = "attributes.status";
  private static final List<String> TIMES = List.of("oemUpdatedAt", "retrievedAt");

  private static final WireReader<Page> PAGES = WireReader.skippingUnknown(Page.class);
  private static final WireReader<Single> SINGLES = WireReader.skippingUnknown(Single.class);

  /** A page of the list. */
  public record Page(@Nullable List<@Nullable Resource> data) {}

  /** A signal in the list. */
  public record Resource(
      @Nullable String id, @Nullable Attributes attributes, @Nullable SignalMeta meta) {}

  /** What a signal says. */
  public record Attributes(
      @Nullable WireKind code, @Nullable SignalStatus status, @Nullable WireBody body) {}

  /** All shapes in which a single signal comes. */
  public record Single(
      @Nullable WireSlice data,
      @Nullable Attributes attributes,
      @Nullable SignalMeta meta,
      @Nullable SignalStatus status,
      @Nullable WireSlice body) {}

  /**
   * Reads the answer to the list call.
   *
   * @param known reads the bodies that it knows, in passing
   * @throws IOException when a page is not JSON, or has no list
   */
  public static SignalEnvelopes ofPages(List<byte[]> pages, ChargeSignalsReader known)
      throws IOException {
    SignalEnvelopes all = new SignalEnvelopes(new LinkedHashMap<>(), new LinkedHashMap<>());
    for (int page = 0; page < pages.size(); page++) {
      Wire<Page> wire = PAGES.read(pages.get(page), known.bodies());
      List<@Nullable Resource> data = wire.value() == null ? null : wire.value().data();
      if (data == null) {
        throw new IOException("page " + (page + 1) + " has no list of signals");
      }
      for (int i = 0; i < data.size(); i++) {
        String place = wire.faults().isEmpty() ? "" : "data[" + i + "]";
        all.add(data.get(i), place, wire.faults());
      }
    }
    return all;
  }

  /**
   * Reads the answer to a call for one signal: its bare body, that body inside {@code body}, a
   * signal as in the list, or that signal inside {@code data}.
   *
   * @param code what was asked for
   * @throws IOException when it is not JSON, or no object
   */
  public static SignalEnvelope ofSingle(String code, byte[] document) throws IOException {
    WireSlice slice = WireSlice.of(document);
    Wire<Single> wire = SINGLES.read(slice);
    if (wire.value() != null && wire.value().data() != null) {
      slice = wire.value().data();
      wire = SINGLES.read(slice);
    }
    Single single = wire.value();
    if (single == null) {
      throw new IOException("it is no object");
    }
    Attributes attributes = single.attributes();
    if (attributes == null) {
      boolean bare = single.body() == null && single.status() == null;
      WireSlice body = bare ? slice : single.body();
      attributes =
          new Attributes(null, single.status(), body == null ? null : WireBody.later(body));
    }
    String status = single.attributes() == null && single.body() != null ? STATUS : INNER_STATUS;
    return envelope(code, attributes, single.meta(), "", status, wire.faults());
  }

  /** A single signal, as if it were the only one of a list. */
  public static SignalEnvelopes of(SignalEnvelope signal) {
    return new SignalEnvelopes(Map.of(signal.code(), signal), Map.of());
  }

  /**
   * @param place on the wire; looked at only when there are faults
   */
  private void add(@Nullable Resource resource, String place, Map<String, Object> wireFaults) {
    if (resource == null) {
      Object raw = wireFaults.get(place);
      if (raw != null) {
        faults.put(place, raw);
      }
      return;
    }
    Attributes attributes =
        resource.attributes() == null ? new Attributes(null, null, null) : resource.attributes();
    String code = attributes.code() == null ? resource.id() : attributes.code().name();
    SignalEnvelope signal =
        envelope(
            code == null ? UNNAMED : code,
            attributes,
            resource.meta(),
            place,
            INNER_STATUS,
            wireFaults);
    signals.merge(signal.code(), signal, (old, newer) -> newer.supersedes(old) ? newer : old);
  }

  private static SignalEnvelope envelope(
      String code,
      Attributes attributes,
      @Nullable SignalMeta meta,
      String place,
      String statusField,
      Map<String, Object> wireFaults) {
    SignalMeta times = meta == null ? SignalMeta.NONE : meta;
    if (wireFaults.isEmpty()) {
      return new SignalEnvelope(code, attributes.status(), times, Map.of(), attributes.body());
    }
    String prefix = place.isEmpty() ? "" : place + ".";
    SignalStatus status = status(attributes.status(), prefix + statusField, wireFaults);
    return new SignalEnvelope(
        code, status, times, timeFaults(prefix, wireFaults), attributes.body());
  }

  /** What stands in its place in another form is not taken for a success, unless it says so. */
  private static @Nullable SignalStatus status(
      @Nullable SignalStatus read, String place, Map<String, Object> wireFaults) {
    Object other = wireFaults.get(read == null ? place : place + ".value");
    return other == null || (read != null && read.value() != null)
        ? read
        : new SignalStatus(String.valueOf(other), read == null ? null : read.error());
  }

  private static Map<String, Object> timeFaults(String prefix, Map<String, Object> wireFaults) {
    Map<String, Object> timeFaults = new LinkedHashMap<>();
    for (String time : TIMES) {
      Object raw = wireFaults.get(prefix + "meta." + time);
      if (raw != null) {
        timeFaults.put(time, raw);
      }
    }
    return timeFaults;
  }
}
