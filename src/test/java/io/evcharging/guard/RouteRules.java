package io.evcharging.guard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What every file of routes keeps to. */
final class RouteRules {

  private static final String PREFIX = "evcharging-";
  private static final Set<String> KINDS =
      Set.of("route", "routeTemplate", "routeConfiguration", "rest", "beans");
  private static final Pattern SENTENCE = Pattern.compile("\\p{Lu}[^\\n]*[^.]\\.");
  private static final Pattern SENTENCES = Pattern.compile("[.!?] \\p{Lu}");
  private static final Pattern INNER = Pattern.compile("(?:direct|seda):(.*)");
  private static final Pattern DEFAULT_OR_OPTIONAL =
      Pattern.compile("\\{\\{\\?|\\{\\{[^{}]*(\\{\\{\\w+}}[^{}]*)?:[^}]*}}");

  private final Set<String> configurations = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
  private final List<String> faults = new ArrayList<>();

  private RouteRules() {}

  /** All faults, each beginning with its file. */
  static List<String> faults(List<RouteFile> files) {
    RouteRules rules = new RouteRules();
    files.stream()
        .flatMap(file -> file.all("routeConfiguration"))
        .forEach(configuration -> rules.configurations.add(configuration.path("id").asText()));
    files.forEach(rules::check);
    files.forEach(rules::targets);
    return rules.faults;
  }

  private void check(RouteFile file) {
    for (JsonNode entry : file.entries()) {
      entry
          .fieldNames()
          .forEachRemaining(
              kind -> require(KINDS.contains(kind), file, kind, "may not stand at the top"));
    }
    file.all("route").forEach(route -> route(file, route));
    file.all("routeTemplate").forEach(template -> template(file, template));
    file.all("routeConfiguration").forEach(part -> id(file, part, PREFIX));
    file.all("beans").forEach(beans -> beans.forEach(bean -> bean(file, bean)));
    for (String fault : CanonicalYaml.faults(file.entries())) {
      require(false, file, fault, "(not canonical)");
    }
    text(file);
  }

  private void route(RouteFile file, JsonNode route) {
    String id = id(file, route, PREFIX + file.name());
    body(file, id, route);
    String from = route.at("/from/uri").asText();
    var inner = INNER.matcher(from);
    require(!inner.matches() || inner.group(1).equals(id), file, id, "must be entered by its id");
  }

  private void template(RouteFile file, JsonNode template) {
    String id = id(file, template, PREFIX + file.name());
    description(file, id, template);
    require(template.has("route"), file, id, "needs route:");
    body(file, id, template.path("route"));
    String from = template.at("/route/from/uri").asText();
    var inner = INNER.matcher(from);
    require(
        !inner.matches() || inner.group(1).startsWith(id + "-{{"),
        file,
        id,
        "must be entered by its id and a parameter");
  }

  /** An endpoint inside leads to a route, or to one that is made from a template. */
  private void targets(RouteFile file) {
    for (String uri : file.entries().findValuesAsText("uri")) {
      var inner = INNER.matcher(uri);
      String id = inner.matches() ? inner.group(1).replaceFirst("-\\{\\{.*", "") : "";
      require(!inner.matches() || ids.contains(id), file, uri, "leads to no route here");
    }
  }

  private void body(RouteFile file, String id, JsonNode route) {
    description(file, id, route);
    require(
        configurations.contains(route.path("routeConfigurationId").asText()),
        file,
        id,
        "needs a routeConfigurationId that is the id of a routeConfiguration");
  }

  private void description(RouteFile file, String id, JsonNode node) {
    String text = node.path("description").asText();
    require(
        SENTENCE.matcher(text).matches() && !SENTENCES.matcher(text).find(),
        file,
        id,
        "needs a description of one sentence");
  }

  private String id(RouteFile file, JsonNode node, String stem) {
    String id = node.path("id").asText();
    boolean named = stem.equals(PREFIX) ? id.startsWith(stem) : (id + "-").startsWith(stem + "-");
    require(
        named, file, id.isEmpty() ? "an entry without an id" : id, "must be named " + stem + "…");
    require(id.isEmpty() || ids.add(id), file, id, "is there twice");
    return id;
  }

  private void bean(RouteFile file, JsonNode bean) {
    String name = bean.path("name").asText();
    require(name.startsWith("evcharging"), file, name, "must begin with evcharging");
  }

  private void text(RouteFile file) {
    file.text()
        .lines()
        .filter(line -> !line.strip().startsWith("#"))
        .forEach(
            line -> {
              require(!DEFAULT_OR_OPTIONAL.matcher(line).find(), file, line.strip(), "hides a key");
              require(!line.contains("?."), file, line.strip(), "hides what is missing");
            });
    StepLines.of(file.text())
        .forEach(
            (line, count) ->
                require(
                    count <= 25, file, "line " + line, "has " + count + " lines of steps, not 25"));
  }

  private void require(boolean kept, RouteFile file, String what, String rule) {
    if (!kept) {
      faults.add(file.name() + ": " + what + " " + rule);
    }
  }
}
