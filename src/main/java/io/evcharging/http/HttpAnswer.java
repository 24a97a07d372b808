package io.evcharging.http;

import org.apache.hc.core5.http.HttpResponse;

/**
 * An answer, read to its end.
 *
 * @param head status and headers
 * @param body as it came; empty when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and read once
record HttpAnswer(HttpResponse head, byte[] body) {}
