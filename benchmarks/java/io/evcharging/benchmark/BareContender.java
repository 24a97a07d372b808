package io.evcharging.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;

/**
 * A loop over Apache HttpClient 5, the client inside camel-http: each of the threads takes the next
 * vehicle, sends the request that the routes send, reads the answer whole and appends one line to
 * an open file. No Camel, no queue, no retry, no memory of what was delivered.
 */
final class BareContender implements Contender {

  private final Setup setup;
  private final String apiUrl;
  private final Path folder;
  private final ExecutorService threads;
  private final CloseableHttpClient client;

  BareContender(Setup setup, String apiUrl, Path folder) {
    this.setup = setup;
    this.apiUrl = apiUrl;
    this.folder = folder;
    this.threads = Executors.newFixedThreadPool(setup.concurrency());
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(setup.concurrency())
                    .setMaxConnPerRoute(setup.concurrency())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom().setResponseTimeout(Timeout.of(Setup.LIMIT)).build())
            .disableCookieManagement()
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableAuthCaching()
            .build();
  }

  @Override
  public String name() {
    return "bare Java, HttpClient 5, a thread for each call";
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public void pollAll() throws Exception {
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> loops = new ArrayList<>();
    try (LineFile file = new LineFile(folder)) {
      for (int thread = 0; thread < setup.concurrency(); thread++) {
        loops.add(
            threads.submit(
                () -> {
                  pollWhatIsLeft(next, file);
                  return true;
                }));
      }
      for (Future<?> loop : loops) {
        loop.get(Setup.LIMIT.toSeconds(), TimeUnit.SECONDS);
      }
    }
  }

  private void pollWhatIsLeft(AtomicInteger next, LineFile file) throws IOException {
    for (int number = next.getAndIncrement();
        number < setup.vehicles();
        number = next.getAndIncrement()) {
      file.append(poll(Setup.vehicleId(number)));
    }
  }

  private byte[] poll(String vehicleId) throws IOException {
    HttpGet request = new HttpGet(apiUrl + "/vehicles/" + vehicleId + "/tesla/charge");
    request.setHeader("Authorization", "Bearer benchmark");
    request.setHeader("SC-Unit-System", "metric");
    request.setHeader("Content-Type", "application/json");
    return client.execute(
        request,
        response -> {
          byte[] body = EntityUtils.toByteArray(response.getEntity());
          if (response.getCode() != 200) {
            throw new IOException("HTTP " + response.getCode());
          }
          return BareLines.normalised(vehicleId, response, body);
        });
  }

  @Override
  public void close() throws IOException {
    threads.shutdownNow();
    client.close();
  }
}
