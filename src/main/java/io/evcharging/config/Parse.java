package io.evcharging.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text to value; {@code null} where the text is none of the kind. */
final class Parse {

  private static final Pattern DURATION =
      Pattern.compile(
          "(?:(\\d{1,5})d)?(?:(\\d{1,6})h)?(?:(\\d{1,8})m)?(?:(\\d{1,9})s)?(?:(\\d{1,12})ms)?");
  private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`~-]+");
  private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]+");

  private Parse() {}

  /** As Camel spells it, but never without a unit. */
  static @Nullable Duration duration(String text) {
    Matcher parts = DURATION.matcher(text);
    if (text.isEmpty() || !parts.matches()) {
      return null;
    }
    return Duration.ofDays(number(parts.group(1)))
        .plusHours(number(parts.group(2)))
        .plusMinutes(number(parts.group(3)))
        .plusSeconds(number(parts.group(4)))
        .plusMillis(number(parts.group(5)));
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  /** http or https, with a host; a login belongs into a header. */
  static @Nullable URI url(String text) {
    try {
      URI url = new URI(text);
      String scheme = url.getScheme();
      boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      boolean plain = url.getHost() != null && url.getUserInfo() == null;
      return web && plain && url.getFragment() == null ? url : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** {@link #url} that paths are appended to. */
  static @Nullable URI baseUrl(String text) {
    URI url = url(text);
    return url == null || url.getQuery() != null || text.endsWith("/") ? null : url;
  }

  /** Names separated by commas; empty text is no name. */
  static List<String> names(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }

  /** {@code Name: value} pairs separated by {@code |}, in their order. */
  static @Nullable Map<String, String> headers(String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (String pair : text.split("\\|", -1)) {
      int colon = pair.indexOf(':');
      String name = pair.substring(0, Math.max(colon, 0)).strip();
      String value = pair.substring(colon + 1).strip();
      if (!HEADER_NAME.matcher(name).matches()
          || !HEADER_VALUE.matcher(value).matches()
          || !names.add(name)) {
        return null;
      }
      headers.put(name, value);
    }
    return headers;
  }
}
