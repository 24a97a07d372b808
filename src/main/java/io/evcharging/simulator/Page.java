package io.evcharging.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A page of a v3 list.
 *
 * @param number from 1
 * @param size at most so many items; 10 if nobody asked
 */
record Page(int number, int size) {

  private static final int UNLESS_ASKED = 10;

  static Page of(Request request, int mostPerPage) {
    int size = request.number("page[size]", UNLESS_ASKED, 1, mostPerPage);
    return new Page(
        request.number("page[number]", 1, 1, Integer.MAX_VALUE), Math.min(size, mostPerPage));
  }

  <T> List<T> of(List<T> all) {
    long from = Math.min(all.size(), (number - 1L) * size);
    return all.subList((int) from, (int) Math.min(all.size(), from + size));
  }

  /** Adds {@code meta} and {@code links}; {@code links.next} only where there is a next page. */
  void describe(ObjectNode body, Request request, int total) {
    ObjectNode meta = body.putObject("meta");
    meta.put("totalCount", total).put("pageSize", size).put("pageNumber", number);
    ObjectNode links = body.putObject("links");
    links.put("self", link(request, number));
    if ((long) number * size < total) {
      links.put("next", link(request, number + 1));
    }
    if (number > 1) {
      links.put("prev", link(request, number - 1));
    }
  }

  // By the caller's own name for this host, so that it holds behind a proxy too.
  private String link(Request request, int to) {
    String host = request.header("Host");
    String path = "/" + request.pathFrom(0) + "?page%5Bnumber%5D=" + to + "&page%5Bsize%5D=" + size;
    return host == null ? path : "http://" + host + path;
  }
}
