package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ApplicationPropertiesTest {

  @Test
  void shouldHoldCamelsKeysOnly() throws IOException {
    Properties properties = new Properties();
    try (Reader file = Files.newBufferedReader(Path.of("config/application.properties"))) {
      properties.load(file);
    }
    Set<String> others =
        properties.stringPropertyNames().stream()
            .filter(name -> !name.startsWith("camel."))
            .collect(Collectors.toSet());
    assertTrue(properties.containsKey("camel.server.port"));
    assertEquals(Set.of(), others);
  }
}
