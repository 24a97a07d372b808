package io.evcharging.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayeringTest {

  /** Not written yet. A package that exists must leave this list: see the test below. */
  private static final Set<String> PENDING = Set.of();

  private static final Layering REAL = new Layering("io.evcharging", PENDING);
  private static final Layering BAD = new Layering("io.evcharging.guard.bad", Set.of());

  private final JavaClasses main =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(REAL.root());
  private final JavaClasses bad = new ClassFileImporter().importPackages(BAD.root());

  Stream<ArchRule> rules() {
    return REAL.rules().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shouldKeepTo(ArchRule rule) {
    rule.check(main);
  }

  @Test
  void shouldNameOnlyPackagesThatExistAndTolerateOnlyOthers() {
    Set<String> missing =
        Layering.NAMED.stream()
            .filter(layer -> isEmpty(REAL, layer, main))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(new TreeSet<>(PENDING), missing, "the list PENDING is not what is missing");
  }

  Stream<ArchRule> rulesForTheBadFixture() {
    return BAD.rules().stream();
  }

  @ParameterizedTest
  @MethodSource("rulesForTheBadFixture")
  void shouldBite(ArchRule rule) {
    AssertionError bitten = assertThrows(AssertionError.class, () -> rule.check(bad));

    assertTrue(bitten.getMessage().contains("was violated"), bitten.getMessage());
  }

  private static boolean isEmpty(Layering layering, String layer, JavaClasses classes) {
    PackageMatcher matcher = PackageMatcher.of(layering.in(layer));
    return classes.stream().noneMatch(found -> matcher.matches(found.getPackageName()));
  }
}
