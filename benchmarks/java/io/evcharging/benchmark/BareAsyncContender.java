package io.evcharging.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The limit: Apache HttpClient 5 without a thread for each call, on one thread. It sends the
 * request that the routes send, reads the answer whole and appends one line to an open file, or
 * through a journal. No Camel, no queue, no retry, no memory of what was delivered.
 */
final class BareAsyncContender implements Contender {

  private final Setup setup;
  private final String apiUrl;
  private final Path folder;
  private final Keeper keeper;
  private final String name;
  private final CloseableHttpAsyncClient client;

  BareAsyncContender(Setup setup, String apiUrl, Path folder, Keeper keeper, String name) {
    this.setup = setup;
    this.keeper = keeper;
    this.name = name;
    this.apiUrl = apiUrl;
    this.folder = folder;
    this.client =
        HttpAsyncClients.custom()
            .setConnectionManager(
                PoolingAsyncClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(setup.concurrency())
                    .setMaxConnPerRoute(setup.concurrency())
                    .build())
            .setIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(1).build())
            .setDefaultRequestConfig(
                RequestConfig.custom().setResponseTimeout(Timeout.of(Setup.LIMIT)).build())
            .disableCookieManagement()
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableAuthCaching()
            .build();
    client.start();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public void pollAll() throws Exception {
    CountDownLatch left = new CountDownLatch(setup.vehicles());
    keeper.open(folder, left::countDown);
    try (keeper) {
      Semaphore free = new Semaphore(setup.concurrency());
      AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
      for (int number = 0; number < setup.vehicles(); number++) {
        if (!free.tryAcquire(Setup.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
          throw new TimeoutException("no poll has ended");
        }
        String vehicleId = Setup.vehicleId(number);
        Future<SimpleHttpResponse> unused =
            client.execute(
                request(vehicleId),
                new FutureCallback<>() {
                  @Override
                  public void completed(SimpleHttpResponse response) {
                    try {
                      keeper.keep(
                          BareLines.normalised(vehicleId, response, response.getBodyBytes()),
                          free::release);
                    } catch (IOException | RuntimeException e) {
                      failed(e);
                    }
                  }

                  @Override
                  public void failed(Exception cause) {
                    failure.set(cause);
                    free.release();
                    left.countDown();
                  }

                  @Override
                  public void cancelled() {
                    failed(new IOException("cancelled"));
                  }
                });
      }
      if (!left.await(Setup.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new TimeoutException(left.getCount() + " of " + setup.vehicles() + " are missing");
      }
      Exception first = failure.get();
      if (first != null) {
        throw first;
      }
    }
  }

  private SimpleHttpRequest request(String vehicleId) {
    return SimpleRequestBuilder.get(apiUrl + "/vehicles/" + vehicleId + "/tesla/charge")
        .setHeader("Authorization", "Bearer benchmark")
        .setHeader("SC-Unit-System", "metric")
        .setHeader("Content-Type", "application/json")
        .build();
  }

  @Override
  public void close() {
    client.close(CloseMode.GRACEFUL);
  }
}
