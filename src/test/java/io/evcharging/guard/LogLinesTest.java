package io.evcharging.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LogLinesTest {

  @Test
  void shouldHaveTheKeysThatALogIsSearchedByAndNoOthers() throws IOException {
    Map<Path, Set<String>> faults = new TreeMap<>();
    int statements = 0;
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        String java = Files.readString(file);
        statements += java.split("LOG\\s*\\.", -1).length - 1;
        if (!LogLines.faults(java).isEmpty()) {
          faults.put(file, LogLines.faults(java));
        }
      }
    }
    assertTrue(statements > 10, "nothing was read");
    assertEquals(Map.of(), faults);
  }

  @Test
  void shouldAcceptWhatIsAllowed() {
    assertEquals(
        Set.of(),
        LogLines.faults(
            """
            LOG.warn("poll {} outcome={} reason=\\"{}\\"", poll, label(";"), reason);
            String uri = "http://h?key=value";
            """));
  }

  @Test
  void shouldBite() {
    assertEquals(
        Set.of("key place", "key token", "reason without quotes"),
        LogLines.faults(
            """
            LOG.atWarn()
                .log("delivered place={}", place);
            LOG.debug("asked token={} reason={}", a, b);
            """));
  }
}
