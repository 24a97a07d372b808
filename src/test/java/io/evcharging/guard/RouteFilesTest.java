package io.evcharging.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RouteFilesTest {

  private static final Path FIXTURES = Path.of("src", "test", "resources", "guard");

  @Test
  void shouldKeepToTheRules() {
    List<RouteFile> files = RouteFile.in(Path.of("routes"));

    assertFalse(files.isEmpty(), "there is no route at all");
    assertEquals("", String.join("\n", RouteRules.faults(files)));
  }

  @Test
  void shouldAcceptWhatIsAllowed() {
    List<RouteFile> files = RouteFile.in(FIXTURES.resolve("routes-good"));

    assertFalse(files.isEmpty());
    assertEquals("", String.join("\n", RouteRules.faults(files)));
  }

  @Test
  void shouldBite() {
    String faults =
        RouteRules.faults(RouteFile.in(FIXTURES.resolve("routes-bad"))).stream()
            .collect(Collectors.joining("\n", "", "\n"));

    assertEquals(
        """
        names: evcharging-other must be named evcharging-names…
        names: evcharging-other must be entered by its id
        names: evcharging-names needs a description of one sentence
        names: evcharging-names needs a routeConfigurationId that is the id of a routeConfiguration
        names: evcharging-names is there twice
        names: an entry without an id must be named evcharging-names…
        names: evcharging-names-template needs a description of one sentence
        names: evcharging-names-template needs route:
        names: evcharging-names-template needs a description of one sentence
        names: mine must be named evcharging-names…
        names: mine needs a description of one sentence
        names: mine must be entered by its id and a parameter
        policies: onException may not stand at the top
        policies: an entry without an id must be named evcharging-…
        policies: failure must be named evcharging-…
        policies: mapper must begin with evcharging
        shape: from may not stand at the top
        shape: /0: property 'from' is not defined (not canonical)
        shape: /1/route/from/steps/0/setBody: property 'simple' is not defined (not canonical)
        shape: /1/route/from/steps/1/to: string found, object expected (not canonical)
        shape: /1/route/from/steps/2/setHeader/expression/constant: string found, object expected (not canonical)
        shape: /1/route/from/steps/3/filter: property 'stesp' is not defined (not canonical)
        shape: simple: ${body?.length} hides what is missing
        shape: uri: timer:{{evcharging.name:tick}} hides a key
        shape: period: "{{?evcharging.period}}" hides a key
        shape: delay: "{{evcharging.poll.{{source}}.delay:5s}}" hides a key
        shape: line 40 has 26 lines of steps, not 25
        names: direct:somewhere leads to no route here
        names: direct:evcharging-nowhere leads to no route here
        names: seda:evcharging-mine-{{where}} leads to no route here
        names: direct:{{where}} leads to no route here
        names: direct:{{where}} leads to no route here
        """,
        faults);
  }
}
