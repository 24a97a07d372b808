package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The distribution as Maven leaves it in {@code target/evcharging}: its script, its folders, its
 * jars.
 */
class DistributionIT {

  private static final String SCHEDULE = "evcharging.poll.tesla-charge.schedule";

  private final Path directory;

  DistributionIT(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void shouldHelp() throws Exception {
    try (Program program = Program.start("--help")) {
      assertEquals(0, program.exitCode(), program::output);
      assertTrue(program.output().contains("Usage: evcharging"), program::output);
    }
  }

  @Test
  void shouldRefuseAnUnknownCommand() throws Exception {
    try (Program program = Program.start("rnu")) {
      assertEquals(2, program.exitCode(), program::output);
      assertTrue(program.output().contains("'rnu'"), program::output);
    }
  }

  @Test
  void shouldGiveJavaWhatComesBeforeTheCommand() throws Exception {
    try (Program program = Program.start("-Duser.language=de", "-Dsome=a b", "check", "--help")) {
      assertEquals(0, program.exitCode(), program::output);
      assertTrue(program.output().contains("Usage: evcharging check"), program::output);
    }
  }

  @Test
  void shouldSayThatJavaIsMissing() throws Exception {
    try (Program program = Program.start(Map.of("JAVA_HOME", "/nowhere"), List.of("check"))) {
      assertEquals(1, program.exitCode(), program::output);
      assertTrue(program.output().contains("JAVA_HOME (/nowhere)"), program::output);
    }
  }

  @Test
  void shouldSayThatJavaIsTooOld() throws Exception {
    Path java = Files.createDirectories(directory.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho '    java.specification.version = 11' >&2\n");
    assertTrue(java.toFile().setExecutable(true));
    Map<String, String> old = Map.of("JAVA_HOME", directory.toString());
    try (Program program = Program.start(old, List.of("check"))) {
      assertEquals(1, program.exitCode(), program::output);
      assertTrue(program.output().contains("Java 17 or later is needed"), program::output);
    }
  }

  @Test
  void shouldCheckAndReportEveryFaultOnce() throws Exception {
    Path vehicles = Files.writeString(directory.resolve("v.yaml"), "vehicles: [{brand: TESLA}]");
    try (Program program =
        Program.start(
            "check",
            "-Devcharging.vehicles=" + vehicles,
            "-Devcharging.http.port=99999",
            "-Devcharging.no-such-key=1",
            "-D" + SCHEDULE + "=never")) {
      assertEquals(2, program.exitCode(), program::output);
      for (String fault :
          List.of("access-token", "http.port", "no-such-key", SCHEDULE, vehicles.toString())) {
        assertTrue(program.output().contains(fault), program::output);
      }
      assertEquals(1, count(program.output(), SCHEDULE), program::output);
    }
  }

  @Test
  void shouldPreferTheEnvironmentAndThenPropertiesToTheFiles() throws Exception {
    List<String> args = new ArrayList<>(List.of("check", vehicles(), token()));
    assertTrue(check(Map.of(), args).contains("0 5/30 * * * ?"));
    args.add("-D" + SCHEDULE + "=1 2 3 * * ?");
    assertTrue(check(Map.of(), args).contains("1 2 3 * * ?"));
    Map<String, String> environment =
        Map.of("EVCHARGING_POLL_TESLA_CHARGE_SCHEDULE", "4 5 6 * * ?");
    assertTrue(check(environment, args).contains("4 5 6 * * ?"));
  }

  @Test
  void shouldRunFromAnyFolderThroughALinkWithNothingButItself() throws Exception {
    Path copy = directory.resolve("a copy");
    copy(Program.DISTRIBUTION, copy);
    Path link = Files.createSymbolicLink(directory.resolve("ev"), copy.resolve("bin/evcharging"));
    try (Program program = Program.start(link, Map.of(), List.of("check", vehicles(), token()))) {
      assertEquals(0, program.exitCode(), program::output);
      assertTrue(program.output().contains("lists 1 vehicles"), program::output);
    }
  }

  @Test
  void shouldRunTheRoutesThatItsConfigurationNames() throws Exception {
    Path copy = directory.resolve("copy");
    copy(Program.DISTRIBUTION, copy);
    Path file = copy.resolve("config/evcharging.properties");
    String named = Files.readString(file);
    assertTrue(named.contains("\nevcharging.routes=file:routes/*.camel.yaml\n"), named);
    Files.writeString(file, named.replace("file:routes/", "file:mine/"));
    List<String> check = List.of("check", vehicles(), token());
    try (Program program = Program.start(copy.resolve("bin/evcharging"), Map.of(), check)) {
      assertEquals(2, program.exitCode(), program::output);
      assertTrue(program.output().contains("file:mine/*.camel.yaml"), program::output);
    }
  }

  @Test
  void shouldLeaveOutWhatOnlyAHostOrATestNeeds() throws IOException {
    try (Stream<Path> jars = Files.list(Program.DISTRIBUTION.resolve("lib"))) {
      List<String> names = jars.map(jar -> jar.getFileName().toString()).toList();
      assertTrue(names.stream().anyMatch(name -> name.startsWith("evcharging-camel-")));
      assertFalse(names.stream().anyMatch(name -> name.matches("(spring-boot|junit).*")));
    }
  }

  private String check(Map<String, String> environment, List<String> args) throws Exception {
    try (Program program = Program.start(environment, args)) {
      assertEquals(0, program.exitCode(), program::output);
      return program.output();
    }
  }

  private String vehicles() throws IOException {
    Path file = directory.resolve("vehicles.yaml");
    return "-Devcharging.vehicles="
        + Files.writeString(file, "vehicles: [{id: veh-1, brand: TESLA}]");
  }

  private static String token() {
    return "-Devcharging.smartcar.access-token=some-token";
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private static void copy(Path from, Path to) throws IOException {
    for (String folder : List.of("", "bin", "lib", "config", "routes")) {
      Files.createDirectories(to.resolve(folder));
      try (Stream<Path> files = Files.list(from.resolve(folder)).filter(Files::isRegularFile)) {
        for (Path file : files.toList()) {
          Files.copy(
              file,
              to.resolve(folder).resolve(file.getFileName()),
              StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}
