package io.evcharging.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the keys that may command, and what each is held to. */
final class CommandKeys {

  /** Of a key's limits: its name, and what is limited. */
  static final Pattern LIMIT =
      Pattern.compile("evcharging\\.command\\.key\\.([a-z0-9-]{1,32})\\.(vehicles|brands)");

  private static final Pattern PAIR =
      Pattern.compile("\\s*([a-z0-9-]{1,32}):([A-Za-z0-9._~+/=-]{16,256})\\s*");
  private static final Pattern BRAND = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._&-]{0,63}");
  private static final String ALLOWED =
      "pairs name:key separated by commas; each name once, of lower-case letters, digits and"
          + " dashes, each key once, of 16 to 256 letters, digits and -._~+/=";

  private CommandKeys() {}

  static List<CommandKey> read(Values values, Set<String> names) {
    List<CommandKey> keys =
        values.optional(Keys.COMMAND_KEYS) == null
            ? List.of()
            : values.read(Keys.COMMAND_KEYS, List.of(), ALLOWED, CommandKeys::pairs);
    Set<String> known = keys.stream().map(CommandKey::name).collect(Collectors.toSet());
    for (String name : new TreeSet<>(names)) {
      Matcher limit = LIMIT.matcher(name);
      if (limit.matches() && !known.contains(limit.group(1))) {
        values.fault(name, "evcharging.command.keys has no key of this name");
      }
    }
    return keys.stream().map(key -> limited(values, key)).toList();
  }

  private static @Nullable List<CommandKey> pairs(String text) {
    List<CommandKey> keys = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Set<String> secrets = new HashSet<>();
    for (String pair : text.split(",", -1)) {
      Matcher read = PAIR.matcher(pair);
      if (!read.matches() || !names.add(read.group(1)) || !secrets.add(read.group(2))) {
        return null;
      }
      keys.add(new CommandKey(read.group(1), read.group(2), Set.of(), Set.of()));
    }
    return keys;
  }

  private static CommandKey limited(Values values, CommandKey key) {
    String prefix = "evcharging.command.key." + key.name();
    Set<String> vehicles =
        limit(
            values, prefix + ".vehicles", VehicleIds.FORM, UnaryOperator.identity(), "vehicle ids");
    Set<String> brands =
        limit(
            values,
            prefix + ".brands",
            BRAND,
            brand -> brand.toUpperCase(Locale.ROOT),
            "makes such as TESLA");
    return new CommandKey(key.name(), key.key(), vehicles, brands);
  }

  /** A limit that is there and empty would be none: it is a fault. */
  private static Set<String> limit(
      Values values, String key, Pattern pattern, UnaryOperator<String> form, String what) {
    if (!values.isSet(key)) {
      return Set.of();
    }
    Predicate<String> allowed = pattern.asMatchPredicate();
    return values.read(
        key,
        Set.of(),
        what + " separated by commas, at least one; remove the line for no limit",
        text -> {
          List<String> entries = Parse.names(text);
          return entries.stream().allMatch(allowed)
              ? entries.stream().map(form).collect(Collectors.toUnmodifiableSet())
              : null;
        });
  }
}
