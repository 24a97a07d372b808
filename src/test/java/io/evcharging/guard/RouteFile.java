package io.evcharging.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One file of routes.
 *
 * @param name without {@code .camel.yaml}
 * @param text as it is
 * @param entries the list at its top, aliases resolved
 */
record RouteFile(String name, String text, JsonNode entries) {

  private static final String SUFFIX = ".camel.yaml";

  static List<RouteFile> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .sorted()
          .map(RouteFile::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RouteFile of(Path file) {
    try {
      String text = Files.readString(file);
      Object entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
      String name = file.getFileName().toString().replace(SUFFIX, "");
      return new RouteFile(name, text, new ObjectMapper().valueToTree(entries));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The values of all entries of a kind, e.g. {@code routeConfiguration}. */
  Stream<JsonNode> all(String kind) {
    return StreamSupport.stream(entries.spliterator(), false)
        .map(entry -> entry.path(kind))
        .filter(Predicate.not(JsonNode::isMissingNode));
  }
}
