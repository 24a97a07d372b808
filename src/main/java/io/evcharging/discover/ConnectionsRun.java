package io.evcharging.discover;

import io.evcharging.source.smartcar.Connections;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** One reading of the list under way. Lives in one exchange. */
final class ConnectionsRun {

  static final String PROPERTY = "evcharging.connections";

  /** The loop of the poll's pages goes by the same property. */
  static final String MORE_PAGES = "evcharging.morePages";

  private final List<Connections> pages = new ArrayList<>();
  private final Set<String> queries = new HashSet<>();
  private @Nullable String query;

  static ConnectionsRun of(Exchange exchange) {
    return exchange.getProperty(PROPERTY, ConnectionsRun.class);
  }

  void add(Connections page) {
    pages.add(page);
  }

  List<Connections> pages() {
    return pages;
  }

  /** Whether this page has not been asked for yet. */
  boolean isNew(String next) {
    query = next;
    return queries.add(next);
  }

  String query(String unlessAsked) {
    return Objects.requireNonNullElse(query, unlessAsked);
  }
}
