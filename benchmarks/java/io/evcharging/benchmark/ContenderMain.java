package io.evcharging.benchmark;

import io.evcharging.standalone.BenchmarkBroker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.camel.impl.DefaultCamelContext;

/** One contender in a process of its own: a round for each line that it reads. */
final class ContenderMain {

  private ContenderMain() {}

  /**
   * Polls until its input ends.
   *
   * @param args the row, the API's URL, a folder, and a {@link Setup}
   */
  public static void main(String[] args) throws Exception {
    Setup setup = Setup.parse(args[3]);
    Path directory = Path.of(args[2]);
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Contender contender = contender(args[0], setup, args[1], directory)) {
      System.out.println(ContenderProcess.READY + contender.name());
      while (orders.readLine() != null) {
        System.out.println(ContenderProcess.ROUND + Round.of(contender, setup.vehicles()).text());
      }
    }
    System.exit(0); // The broker has threads.
  }

  private static Contender contender(String row, Setup setup, String apiUrl, Path directory)
      throws Exception {
    return switch (row) {
      case "bare" ->
          new BareAsyncContender(
              setup, apiUrl, directory, new FileKeeper(), "bare Java, HttpClient 5 async");
      case "bare-journal" ->
          new BareAsyncContender(
              setup,
              apiUrl,
              directory.resolve("lines"),
              new JournalKeeper(BenchmarkBroker.start(directory)),
              "bare Java through the journal, JMS alone");
      case "shortest" -> new ShortestRouteContender(setup, apiUrl, directory);
      case "bare-threads" -> new BareContender(setup, apiUrl, directory);
      case "routes" -> routes(Way.ASYNC, setup, apiUrl, directory);
      case "camel-http" -> routes(Way.CAMEL_HTTP, setup, apiUrl, directory);
      case "journal" ->
          routes(Way.journal(BenchmarkBroker.start(directory)), setup, apiUrl, directory);
      case "naive" -> new NaiveContender(setup, apiUrl, directory);
      case "spring" -> spring(setup, apiUrl, directory);
      default -> throw new IllegalArgumentException("no contender " + row);
    };
  }

  private static Contender routes(Way way, Setup setup, String apiUrl, Path directory)
      throws Exception {
    return new RoutesContender(new DefaultCamelContext(), way, setup, apiUrl, directory);
  }

  /** Its classes are there in the profile alone. */
  private static Contender spring(Setup setup, String apiUrl, Path directory) throws Exception {
    try {
      return Class.forName("io.evcharging.benchmark.SpringContender")
          .asSubclass(Contender.class)
          .getDeclaredConstructor(Setup.class, String.class, Path.class)
          .newInstance(setup, apiUrl, directory);
    } catch (ClassNotFoundException e) {
      throw new IOException("compile it with ./mvnw -Pbench", e);
    }
  }
}
