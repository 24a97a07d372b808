package io.evcharging.config;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/**
 * Reads values and keeps the faults. A faulty value is answered with a stand-in, which nobody sees:
 * {@link #throwIfFaulty} comes first.
 */
final class Values {

  private static final String DURATION =
      "a duration such as 500ms, 30s, 5m or 1h30m, from %s to %s";
  private static final Pattern CAMEL_URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:\\S.*");

  /** What Quartz means by * and ? inside; it would take them for these. */
  private static final Pattern QUARTZ_WILDCARDS = Pattern.compile("\\b9[89]\\b");

  private final Settings settings;
  private final Surroundings around;
  private final List<Fault> faults = new ArrayList<>();

  Values(Settings settings, Surroundings around) {
    this.settings = settings;
    this.around = around;
  }

  Surroundings around() {
    return around;
  }

  /** {@code null} where nothing was set. */
  @Nullable String optional(String key) {
    String value = settings.get(key);
    return value == null || value.isBlank() ? null : value;
  }

  /** Also to nothing. */
  boolean isSet(String key) {
    return settings.get(key) != null;
  }

  String text(String key, String allowed) {
    return read(key, "", allowed, Function.identity());
  }

  String matching(String key, Pattern pattern, String allowed) {
    return read(key, "", allowed, text -> pattern.matcher(text).matches() ? text : null);
  }

  String camelUri(String key, String allowed) {
    String uri = matching(key, CAMEL_URI, allowed);
    String scheme = uri.substring(0, Math.max(0, uri.indexOf(':')));
    if (!scheme.isEmpty() && !around.hasComponent(scheme)) {
      fault(key, "there is no Camel component " + scheme + ", is its jar there?");
    }
    return uri;
  }

  boolean flag(String key) {
    return read(key, false, "true or false", Values::flagOf);
  }

  int count(String key, int min, int max) {
    return (int) size(key, min, max);
  }

  long size(String key, long min, long max) {
    String allowed = "a whole number from " + min + " to " + max;
    return read(key, min, allowed, text -> numberOf(text, min, max));
  }

  Duration duration(String key, Duration min, Duration max) {
    String allowed = DURATION.formatted(spelt(min), spelt(max));
    return read(
        key,
        min,
        allowed,
        text -> {
          Duration read = Parse.duration(text);
          return read == null || read.compareTo(min) < 0 || read.compareTo(max) > 0 ? null : read;
        });
  }

  <T> T read(String key, T standIn, String allowed, Function<String, @Nullable T> parser) {
    String value = optional(key);
    if (value == null) {
      fault(key, allowed);
      return standIn;
    }
    T parsed = value.equals(value.strip()) ? parser.apply(value) : null;
    if (parsed == null) {
      fault(key, allowed);
      return standIn;
    }
    return parsed;
  }

  URI baseUrl(String key) {
    String allowed = "an http or https URL without login, query and slash at its end";
    return read(key, URI.create("http://localhost"), allowed, Parse::baseUrl);
  }

  Path path(String key) {
    return read(key, Path.of(""), "a path", Values::pathOf);
  }

  /** A path to write to, where there may be nothing yet. */
  Path folder(String key) {
    Path folder = path(key);
    if (optional(key) != null) {
      around.obstacle(folder).ifPresent(obstacle -> fault(key, obstacle));
    }
    return folder;
  }

  ZoneId zone(String key) {
    // Quartz takes a zone that it does not know for GMT, silently.
    return read(
        key,
        ZoneId.of("UTC"),
        "a time zone such as UTC or Europe/Berlin",
        text -> ZoneId.getAvailableZoneIds().contains(text) ? ZoneId.of(text) : null);
  }

  @SuppressWarnings("JavaUtilDate") // Quartz's own
  String cron(String key) {
    String cron = text(key, "a Quartz cron expression such as 0 5 0/2 * * ?");
    try {
      if (QUARTZ_WILDCARDS.matcher(cron).find()) {
        fault(key, "a Quartz cron expression without 98 and 99");
      } else if (!cron.isEmpty()
          && new CronExpression(cron).getNextValidTimeAfter(Date.from(Instant.now())) == null) {
        fault(key, "a Quartz cron expression that still has a time to come");
      }
    } catch (ParseException e) {
      fault(key, "a Quartz cron expression such as 0 5 0/2 * * ? (" + e.getMessage() + ")");
    }
    return cron;
  }

  void fault(String key, String allowed) {
    String value = optional(key);
    String shown = value == null ? "" : Keys.isSecret(key) ? "hidden" : Redacted.uri(value);
    faults.add(new Fault(key, shown, allowed));
  }

  /** A misspelt key would be a default in silence. Its value may be a secret. */
  void refuseUnknown(Set<String> names) {
    for (String name : names.stream().filter(name -> !Keys.isKnown(name)).sorted().toList()) {
      String meant = Keys.nearest(name).map(key -> "did you mean " + key + "?").orElse("remove it");
      faults.add(new Fault(name, "hidden", "there is no such key, " + meant));
    }
  }

  void throwIfFaulty() {
    if (!faults.isEmpty()) {
      throw new ConfigurationException("The configuration", faults);
    }
  }

  private static @Nullable Boolean flagOf(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> null;
    };
  }

  private static @Nullable Long numberOf(String text, long min, long max) {
    if (!text.matches("\\d{1,18}")) {
      return null;
    }
    long number = Long.parseLong(text);
    return number < min || number > max ? null : (Long) number;
  }

  static @Nullable Path pathOf(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static String spelt(Duration duration) {
    boolean whole = duration.toMillisPart() == 0;
    return whole
        ? duration.toString().substring(2).toLowerCase(Locale.ROOT)
        : duration.toMillis() + "ms";
  }
}
