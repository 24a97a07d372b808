package io.evcharging.config;

import java.util.regex.Pattern;

/** Endpoint URIs and URLs as they may be shown: who logs in, and the query, may hold a password. */
final class Redacted {

  private static final Pattern LOGIN = Pattern.compile("(?s)^([^?:]*:/{0,2})[^?]*@");
  private static final Pattern QUERY = Pattern.compile("(?s)^([^?]*:[^?]*\\?).+$");

  private Redacted() {}

  static String uri(String uri) {
    String withoutQuery = QUERY.matcher(uri).replaceFirst("$1…");
    return LOGIN.matcher(withoutQuery).replaceFirst("$1…@");
  }
}
