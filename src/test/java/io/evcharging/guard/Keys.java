package io.evcharging.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compares the list of keys with what uses them, both ways.
 *
 * @param list the text of {@code evcharging.properties}
 * @param texts whatever holds placeholders: routes, properties, Java
 * @param readByJava the keys that the configuration asks for
 */
record Keys(String list, List<String> texts, Set<String> readByJava) {

  /** Also with a template's parameter inside: {@code {{evcharging.poll.{{source}}.schedule}}}. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{(evcharging\\.(?:[a-z0-9.-]|\\{\\{\\w+}})+)}}");

  private static final Pattern KEY = Pattern.compile("^([a-z][^=:\\s]*)\\s*[=:].*");

  List<String> faults() {
    List<String> faults = new ArrayList<>();
    Set<String> listed = new TreeSet<>();
    Set<String> unused = new TreeSet<>();
    comments(listed, faults);
    unused.addAll(listed);
    unused.removeAll(readByJava);
    for (String used : used()) {
      Pattern keys =
          Pattern.compile(used.replace(".", "\\.").replaceAll("\\{\\{\\w+}}", "[a-z0-9-]+"));
      unused.removeIf(keys.asMatchPredicate());
      if (listed.stream().noneMatch(keys.asMatchPredicate())) {
        faults.add(used + " is used and not listed");
      }
    }
    unused.forEach(key -> faults.add(key + " is listed and not used"));
    environment(listed, faults);
    return faults;
  }

  private Set<String> used() {
    Set<String> used = new TreeSet<>(readByJava);
    Stream.concat(texts.stream(), Stream.of(list))
        .map(PLACEHOLDER::matcher)
        .flatMap(Matcher::results)
        .forEach(found -> used.add(found.group(1)));
    return used;
  }

  /** Fills the keys in, and demands one block of comment directly above each. */
  private void comments(Set<String> listed, List<String> faults) {
    String above = "";
    for (String line : list.lines().toList()) {
      Matcher key = KEY.matcher(line);
      if (key.matches()) {
        if (!listed.add(key.group(1))) {
          faults.add(key.group(1) + " is listed twice");
        }
        if (!above.startsWith("# ")) {
          faults.add(key.group(1) + " has no comment of its own");
        }
      }
      above = line;
    }
  }

  private static void environment(Set<String> listed, List<String> faults) {
    TreeMap<String, String> variables = new TreeMap<>();
    for (String key : listed) {
      String variable = key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
      String other = variables.put(variable, key);
      if (other != null) {
        faults.add(other + " and " + key + " are both " + variable);
      }
    }
  }
}
