package io.evcharging.guard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may depend on whom.
 *
 * @param root the package above all layers
 * @param missing layers that do not exist yet: only a rule about one of these may be about nothing
 */
record Layering(String root, Set<String> missing) {

  private static final List<String> BRANDS =
      List.of("source.tesla", "source.audi", "source.signals");
  private static final List<String> PLAIN =
      List.of("canonical", "source", "mapping", "command", "config", "state", "token", "upstream");
  private static final String[] FRAMEWORKS = {
    "org.apache.camel..", "org.springframework..", "io.quarkus..", "org.osgi.."
  };

  /** Every layer that a rule names. */
  static final List<String> NAMED =
      Stream.of(BRANDS, PLAIN, List.of("simulator", "standalone")).flatMap(List::stream).toList();

  List<ArchRule> rules() {
    List<ArchRule> rules = new ArrayList<>();
    rules.add(onlyOn("canonical", "java..", in("canonical")));
    rules.add(
        onlyOn(
            "mapping",
            "java..",
            "org.mapstruct..",
            "org.jspecify..",
            in("mapping"),
            in("canonical"),
            in("source")));
    BRANDS.forEach(brand -> rules.add(notOn(brand, othersThan(brand))));
    PLAIN.forEach(layer -> rules.add(notOn(layer, FRAMEWORKS)));
    rules.add(simulatorOnlyFromStandalone());
    return rules;
  }

  String in(String layer) {
    return root + "." + layer + "..";
  }

  private String[] othersThan(String brand) {
    return BRANDS.stream()
        .filter(other -> !other.equals(brand))
        .map(this::in)
        .toArray(String[]::new);
  }

  private ArchRule onlyOn(String layer, String... allowed) {
    return classes()
        .that()
        .resideInAPackage(in(layer))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .allowEmptyShould(missing.contains(layer));
  }

  private ArchRule notOn(String layer, String... forbidden) {
    return noClasses()
        .that()
        .resideInAPackage(in(layer))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .allowEmptyShould(missing.contains(layer));
  }

  private ArchRule simulatorOnlyFromStandalone() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(in("simulator"), in("standalone"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(in("simulator"));
  }
}
