package io.evcharging.guard;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the log statements of a source file say. */
final class LogLines {

  /** Those that a log is searched by, and the words of others, in quotes. */
  private static final Set<String> KEYS =
      Set.of("brand", "vehicleId", "userId", "source", "sink", "outcome", "status", "reason");

  private static final Pattern STATEMENT =
      Pattern.compile("\\b(?:LOG|log)\\s*\\.\\w+\\((?:[^;\"]|\"(?:[^\"\\\\]|\\\\.)*\")*;");
  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern KEY = Pattern.compile("(?<![\\w-])(\\w+)=");
  private static final Pattern BARE_REASON = Pattern.compile("reason=(?!\\\\\"\\{}\\\\\"|\\\\\")");

  private LogLines() {}

  /** The keys that no log line may have, and reasons without quotes. */
  static Set<String> faults(String java) {
    Set<String> faults = new TreeSet<>();
    STATEMENT
        .matcher(java)
        .results()
        .map(MatchResult::group)
        .flatMap(statement -> TEXT.matcher(statement).results())
        .map(text -> text.group(1))
        .forEach(
            text -> {
              KEY.matcher(text)
                  .results()
                  .map(key -> key.group(1))
                  .filter(key -> !KEYS.contains(key))
                  .forEach(key -> faults.add("key " + key));
              if (BARE_REASON.matcher(text).find()) {
                faults.add("reason without quotes");
              }
            });
    return faults;
  }
}
