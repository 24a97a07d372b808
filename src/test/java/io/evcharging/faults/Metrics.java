package io.evcharging.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a running program shows to Prometheus.
 *
 * @param exposed the text
 */
record Metrics(String exposed) {

  private static final Pattern ADDRESS = Pattern.compile("metrics (http://\\S+)");

  static Metrics of(Rig rig) throws IOException, InterruptedException {
    Matcher address = ADDRESS.matcher(rig.log());
    if (!address.find()) {
      throw new IOException("it does not run yet");
    }
    HttpRequest request = HttpRequest.newBuilder(URI.create(address.group(1))).build();
    return new Metrics(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
  }

  /** Of the sample with exactly this name and these labels. */
  double value(String sample) {
    return exposed
        .lines()
        .filter(line -> line.startsWith(sample + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + sample + " in " + exposed));
  }
}
