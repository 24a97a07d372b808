package io.evcharging.soak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Faults at random, of the source API and of a sink; the same seed gives the same ones. */
final class Chaos {

  private static final int MOOD_ODDS = 12;

  /** Each passes: after an hour of others no vehicle would be polled any more. */
  private static final List<String> FAULTS =
      List.of(
          "{\"kind\":\"rate-limited\",\"retryAfterSeconds\":5,\"times\":1}",
          "{\"kind\":\"upstream\",\"times\":3}",
          "{\"kind\":\"error\",\"status\":500,\"times\":2}",
          "{\"kind\":\"error\",\"status\":503,\"type\":\"UPSTREAM\",\"times\":4}",
          "{\"kind\":\"asleep\",\"times\":2}",
          "{\"kind\":\"slow\",\"millis\":3000,\"times\":5}",
          "{\"kind\":\"cut-before-answer\",\"times\":2}",
          "{\"kind\":\"cut-mid-answer\",\"times\":2}",
          "{\"kind\":\"not-json\",\"times\":1}",
          "{\"kind\":\"truncated-json\",\"times\":1}",
          "{\"kind\":\"huge\",\"bytes\":6000000,\"times\":1}",
          "{\"kind\":\"wrong-content-type\",\"times\":1}",
          "{\"kind\":\"empty\",\"times\":1}");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Integer> made = new TreeMap<>();
  private final String simulator;
  private final FlakyReceiver receiver;
  private final int vehicles;
  private final Random random;

  Chaos(SoakSettings settings, int simulatorPort, FlakyReceiver receiver) {
    this.simulator = "http://127.0.0.1:" + simulatorPort + "/simulator";
    this.receiver = receiver;
    this.vehicles = settings.vehicles();
    this.random = new Random(settings.seed());
  }

  /** Makes a fault or two. */
  void strike() throws IOException, InterruptedException {
    for (int i = random.nextInt(4); i >= 0; i--) {
      String vehicle = "sim-%05d".formatted(1 + random.nextInt(vehicles));
      String where = random.nextInt(5) == 0 ? "" : "/vehicles/" + vehicle;
      String fault = FAULTS.get(random.nextInt(FAULTS.size()));
      post(where + "/faults", fault);
    }
    if (random.nextInt(MOOD_ODDS) == 0) {
      FlakyReceiver.Mood[] moods = FlakyReceiver.Mood.values();
      FlakyReceiver.Mood mood = moods[random.nextInt(moods.length)];
      count("sink " + mood.name().toLowerCase(java.util.Locale.ROOT));
      receiver.feel(mood);
    }
  }

  /** Until the next. */
  Duration pause() {
    return Duration.ofMillis(1000 + random.nextInt(5000));
  }

  /** No fault is left. */
  void end() {
    receiver.feel(FlakyReceiver.Mood.WELL);
  }

  /** What was made: kind to how often. */
  Map<String, Integer> made() {
    return made;
  }

  private void post(String path, String fault) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(simulator + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(fault))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("the simulator refused " + fault + ": " + answer.body());
    }
    count(fault.replaceAll("\\{\"kind\":\"([^\"]*)\".*", "$1"));
  }

  private void count(String kind) {
    made.merge(kind, 1, Integer::sum);
  }
}
