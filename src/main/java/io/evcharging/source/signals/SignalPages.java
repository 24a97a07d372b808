package io.evcharging.source.signals;

import io.evcharging.source.Wire;
import io.evcharging.source.WireReader;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the pages of the list of signals hang together. */
public final class SignalPages {

  private static final WireReader<Page> PAGES = WireReader.skippingUnknown(Page.class);

  private SignalPages() {}

  /** The part of a page that is read here. */
  public record Page(@Nullable Links links) {}

  /** Where to go from a page. */
  public record Links(@Nullable String next) {}

  /**
   * The query of the next page. Only the query: a link that leads to another host must not take the
   * token there.
   *
   * @param page a page, as it came
   * @return the raw query string, without its question mark; empty on the last page, and where the
   *     page is not readable
   */
  public static Optional<String> nextQuery(byte[] page) {
    try {
      Wire<Page> wire = PAGES.read(page);
      return Optional.ofNullable(wire.value())
          .map(Page::links)
          .map(Links::next)
          .map(SignalPages::query);
    } catch (IOException notJson) {
      return Optional.empty(); // reading the page itself will say so
    }
  }

  private static @Nullable String query(String url) {
    int from = url.indexOf('?') + 1;
    int fragment = url.indexOf('#');
    int to = fragment < 0 ? url.length() : fragment;
    return from == 0 || from >= to ? null : url.substring(from, to);
  }
}
