package io.evcharging.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.evcharging.config.Defaults;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeployTest {

  private static final Path FOLDER = Path.of("deploy", "kubernetes");
  private static final String LIST = "kustomization.yaml";

  private static List<Object> manifests() throws IOException {
    List<Object> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(path -> !path.endsWith(LIST)).toList()) {
        all.addAll(Manifests.read(Files.readString(file)));
      }
    }
    return all;
  }

  private static <T> Stream<T> all(Class<T> type) throws IOException {
    return manifests().stream().filter(type::isInstance).map(type::cast);
  }

  private static PodSpec pod() throws IOException {
    return all(StatefulSet.class).findFirst().orElseThrow().getSpec().getTemplate().getSpec();
  }

  @Test
  void shouldListEveryManifestAndKnowEveryFieldInThem() throws IOException {
    Set<String> listed =
        new YAMLMapper()
            .readTree(FOLDER.resolve(LIST).toFile())
            .path("resources")
            .valueStream()
            .map(name -> name.asText())
            .collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(FOLDER)) {
      Set<String> there =
          files.map(path -> path.getFileName().toString()).collect(Collectors.toSet());
      there.remove(LIST);
      assertEquals(there, listed);
    }
    assertTrue(manifests().size() >= listed.size());
  }

  @Test
  void shouldBite() {
    String misspelt =
        """
        apiVersion: apps/v1
        kind: StatefulSet
        spec:
          template:
            spec:
              containers:
                - name: evcharging
                  securityContext:
                    readOnlyRootFileSystem: true
        """;
    Exception fault = assertThrows(IOException.class, () -> Manifests.read(misspelt));
    assertTrue(fault.toString().contains("readOnlyRootFileSystem"), fault::toString);
  }

  @Test
  void shouldRunAsNobodyOnAReadOnlyRootAndDrain() throws IOException {
    PodSpec pod = pod();
    Container container = pod.getContainers().get(0);
    assertTrue(pod.getSecurityContext().getRunAsNonRoot());
    assertTrue(container.getSecurityContext().getReadOnlyRootFilesystem());
    assertFalse(container.getSecurityContext().getAllowPrivilegeEscalation());
    assertEquals(List.of("ALL"), container.getSecurityContext().getCapabilities().getDrop());
    assertEquals("/observe/health/ready", container.getReadinessProbe().getHttpGet().getPath());
    assertEquals("/observe/health/live", container.getLivenessProbe().getHttpGet().getPath());
    assertTrue(container.getResources().getLimits().containsKey("memory"));
    assertTrue(pod.getTerminationGracePeriodSeconds() >= 5 + 30 + 8 + 10, "the stop takes longer");
  }

  @Test
  void shouldSetKeysThatAre() throws IOException {
    Set<String> known =
        Defaults.load().keySet().stream()
            .map(key -> key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
            .collect(Collectors.toSet());
    List<String> set =
        all(ConfigMap.class)
            .flatMap(map -> map.getData().keySet().stream())
            .filter(key -> key.startsWith("EVCHARGING_"))
            .toList();
    assertFalse(set.isEmpty());
    assertTrue(known.containsAll(set), set::toString);
  }

  @Test
  void shouldBuildAnImageThatHearsSigtermAndIsNotRoot() throws IOException {
    String file = Files.readString(Path.of("deploy", "Containerfile"));
    assertEquals("10001:10001", last(file, "USER (.+)"));
    assertTrue(last(file, "ENTRYPOINT (.+)").startsWith("[\""), "not in a shell");
    assertTrue(last(file, "CMD (.+)").startsWith("[\""), "not in a shell");
    assertFalse(last(file, "FROM (.+)").matches("[^:]+(:latest)?"), "a tag of its own");
    assertEquals(pod().getSecurityContext().getRunAsUser() + ":10001", last(file, "USER (.+)"));
  }

  private static String last(String file, String instruction) {
    return Pattern.compile("^" + instruction + "$", Pattern.MULTILINE)
        .matcher(file)
        .results()
        .map(found -> found.group(1))
        .reduce((first, second) -> second)
        .orElseThrow();
  }
}
