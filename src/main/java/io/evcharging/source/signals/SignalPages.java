package io.evcharging.source.signals;

import io.evcharging.source.Wire;
import io.evcharging.source.WireReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the pages of the list of signals hang together. */
public final class SignalPages {

  private static final Pattern QUERY = Pattern.compile("[^?#]*\\?([^#]+)(#.*)?");

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
   * @param page a page, as it came; its link is text, or JSON:API's object with {@code href}
   * @return the raw query string, without its question mark; empty on the last page, and where the
   *     page is not readable
   * @throws IOException when there is a link that cannot be followed: the pages behind it would be
   *     lost in silence
   */
  public static Optional<String> nextQuery(byte[] page) throws IOException {
    Wire<Page> wire;
    try {
      wire = PAGES.read(page);
    } catch (IOException notJson) {
      return Optional.empty(); // reading the page itself will say so
    }
    Object links = wire.faults().get("links");
    Object next = wire.faults().get("links.next");
    if ((links != null && !links.equals(List.of()))
        || (next != null && !(next instanceof Map<?, ?>))) {
      throw new IOException("no link");
    }
    if (next instanceof Map<?, ?> link) {
      return Optional.of(query(link.get("href")));
    }
    String url =
        wire.value() == null || wire.value().links() == null ? null : wire.value().links().next();
    return url == null ? Optional.empty() : Optional.of(query(url));
  }

  private static String query(@Nullable Object url) throws IOException {
    Matcher query = QUERY.matcher(url instanceof String text ? text : "");
    if (!query.matches()) {
      throw new IOException("no link");
    }
    return query.group(1);
  }
}
