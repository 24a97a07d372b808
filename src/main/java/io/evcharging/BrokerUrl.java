package io.evcharging;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the connection to an Artemis broker behaves, where its URL does not say otherwise: every call
 * has an end, a dead connection is noticed soon, and what is fetched ahead is little. A broken
 * connection is an error of what was under way, not something to be waited for: the routes try
 * again.
 */
final class BrokerUrl {

  private static final Map<String, String> OPTIONS = new LinkedHashMap<>();

  static {
    OPTIONS.put("callTimeout", "15000");
    OPTIONS.put("callFailoverTimeout", "15000");
    OPTIONS.put("connectionTTL", "15000");
    OPTIONS.put("clientFailureCheckPeriod", "5000");
    OPTIONS.put("reconnectAttempts", "0");
    OPTIONS.put("consumerWindowSize", "65536");
    OPTIONS.put("cacheDestinations", "true");
  }

  private BrokerUrl() {}

  /** The URL, for consumers that fetch nothing ahead. */
  static String oneByOne(String url) {
    return url.contains("consumerWindowSize=")
        ? url.replaceFirst("consumerWindowSize=[^&)]*", "consumerWindowSize=0")
        : url + (url.indexOf('?') < 0 ? '?' : '&') + "consumerWindowSize=0";
  }

  /** The URL with what it does not say. */
  static String bounded(String url) {
    StringBuilder whole = new StringBuilder(url);
    OPTIONS.forEach(
        (option, value) -> {
          if (!url.contains(option + "=")) {
            whole.append(whole.indexOf("?") < 0 ? '?' : '&').append(option + "=" + value);
          }
        });
    return whole.toString();
  }
}
