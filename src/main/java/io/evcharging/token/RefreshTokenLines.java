package io.evcharging.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refresh tokens as a person writes them: {@code <user id>=<token>}, one a line in a file, where
 * {@code #} begins a comment, or separated by commas in a key.
 */
public final class RefreshTokenLines {

  private static final Pattern LINE =
      Pattern.compile(
          "\\s*([\\x21-\\x7e&&[^=,#]]{1,256})\\s*=\\s*([\\x21-\\x7e&&[^,]]{1,8192})\\s*");
  private static final long MAX_BYTES = 64L << 20;

  private RefreshTokenLines() {}

  /**
   * Reads a file.
   *
   * @return user id to token
   * @throws IOException when it cannot be read; says which line, never what is in it
   */
  public static Map<String, String> read(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException(file + " is larger than " + MAX_BYTES + " bytes");
    }
    try {
      return parse(Files.readAllLines(file));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ", " + e.getMessage());
    }
  }

  /**
   * Reads the value of a key.
   *
   * @return user id to token
   * @throws IllegalArgumentException when it is not of this form; quotes nothing
   */
  public static Map<String, String> parse(String value) {
    return parse(List.of(value.split(",")));
  }

  private static Map<String, String> parse(List<String> lines) {
    Map<String, String> tokens = new LinkedHashMap<>();
    List<Integer> faults = new ArrayList<>();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1);
      Matcher entry = LINE.matcher(line);
      boolean nothing = line.isBlank() || line.stripLeading().startsWith("#");
      if (!nothing && (!entry.matches() || tokens.put(entry.group(1), entry.group(2)) != null)) {
        faults.add(number);
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          "entries " + faults + " are not <user id>=<token>, each user once");
    }
    return tokens;
  }
}
