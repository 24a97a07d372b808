package io.evcharging.http;

import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpStatus;

/**
 * An answer, read to its end.
 *
 * @param head status and headers
 * @param body as it came; empty when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and read once
record HttpAnswer(HttpResponse head, byte[] body) {

  /** Whether it says no; redirects are not followed. */
  boolean isRefusal() {
    return isRefusal(head);
  }

  static boolean isRefusal(HttpResponse head) {
    return head.getCode() >= HttpStatus.SC_REDIRECTION;
  }
}
