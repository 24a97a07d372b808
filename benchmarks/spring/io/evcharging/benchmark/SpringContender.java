package io.evcharging.benchmark;

import io.evcharging.canonical.Vehicle;
import io.evcharging.normalise.Answer;
import io.evcharging.normalise.Normaliser;
import io.evcharging.source.ChargeSource;
import io.evcharging.source.smartcar.SmartcarHeaders;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.integration.channel.ExecutorChannel;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.file.FileWritingMessageHandler;
import org.springframework.integration.file.support.FileExistsMode;
import org.springframework.integration.http.dsl.Http;
import org.springframework.integration.http.support.DefaultHttpHeaderMapper;
import org.springframework.integration.support.MessageBuilder;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessageHeaders;
import org.springframework.web.client.RestTemplate;

/**
 * The same with Spring Integration, tuned: a thread for each call, HttpClient 5 with as many pooled
 * connections, bytes all the way and few headers, the normaliser of the routes, and a file that
 * stays open and is flushed at the end.
 */
final class SpringContender implements Contender {

  private final Setup setup;
  private final Path folder;
  private final AnnotationConfigApplicationContext context;

  SpringContender(Setup setup, String apiUrl, Path folder) {
    this.setup = setup;
    this.folder = folder;
    this.context = new AnnotationConfigApplicationContext();
    context.registerBean("settings", Settings.class, () -> new Settings(setup, apiUrl, folder));
    context.register(Flow.class);
    context.refresh();
  }

  /** What the flow has to know. */
  record Settings(Setup setup, String apiUrl, Path folder) {}

  /** Its beans. */
  @Configuration
  @EnableIntegration
  static class Flow {

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService threads(Settings settings) {
      return Executors.newFixedThreadPool(settings.setup().concurrency());
    }

    @Bean
    ExecutorChannel vehicles(ExecutorService threads) {
      return new ExecutorChannel(threads);
    }

    @Bean
    FileWritingMessageHandler lines(Settings settings) {
      FileWritingMessageHandler lines = new FileWritingMessageHandler(settings.folder().toFile());
      lines.setFileNameGenerator(message -> "lines.ndjson");
      lines.setFileExistsMode(FileExistsMode.APPEND_NO_FLUSH);
      lines.setAppendNewLine(true);
      lines.setExpectReply(false);
      return lines;
    }

    @Bean
    IntegrationFlow poll(
        Settings settings, ExecutorChannel vehicles, FileWritingMessageHandler lines) {
      DefaultHttpHeaderMapper headers = DefaultHttpHeaderMapper.outboundMapper();
      headers.setOutboundHeaderNames("Authorization", "SC-Unit-System", "Content-Type");
      headers.setInboundHeaderNames(
          "SC-Data-Age", "SC-Fetched-At", "SC-Unit-System", "SC-Request-Id");
      Normaliser normaliser = new Normaliser();
      String base = settings.apiUrl() + "/vehicles/";
      return IntegrationFlow.from(vehicles)
          .handle(
              Http.<String>outboundGateway(
                      asked -> URI.create(base + asked.getPayload() + "/tesla/charge"),
                      new RestTemplate(client(settings.setup().concurrency())))
                  .httpMethod(HttpMethod.GET)
                  .headerMapper(headers)
                  .expectedResponseType(byte[].class))
          .handle(byte[].class, (body, told) -> observation(normaliser, body, told))
          .handle(
              message -> {
                lines.handleMessage(message);
                left(message.getHeaders()).countDown();
              })
          .get();
    }

    private static HttpComponentsClientHttpRequestFactory client(int connections) {
      return new HttpComponentsClientHttpRequestFactory(
          HttpClients.custom()
              .setConnectionManager(
                  PoolingHttpClientConnectionManagerBuilder.create()
                      .setMaxConnTotal(connections)
                      .setMaxConnPerRoute(connections)
                      .build())
              .disableCookieManagement()
              .disableAutomaticRetries()
              .disableRedirectHandling()
              .disableAuthCaching()
              .build());
    }

    private static CountDownLatch left(MessageHeaders headers) {
      return Objects.requireNonNull(headers.get("left", CountDownLatch.class));
    }

    private static byte[] observation(Normaliser normaliser, byte[] body, MessageHeaders headers) {
      SmartcarHeaders told =
          new SmartcarHeaders(
              text(headers, "SC-Data-Age"),
              text(headers, "SC-Fetched-At"),
              text(headers, "SC-Unit-System"),
              text(headers, "SC-Request-Id"));
      Answer answer =
          new Answer(
              new Vehicle(Objects.requireNonNull(text(headers, "vehicle")), "TESLA"),
              ChargeSource.TESLA_CHARGE,
              told,
              Instant.now(),
              List.of(body));
      return normaliser.normalise(answer).orElseThrow().json();
    }

    private static @Nullable String text(MessageHeaders headers, String name) {
      Object value = headers.get(name);
      return value instanceof List<?> several ? (String) several.get(0) : (String) value;
    }
  }

  @Override
  public String name() {
    return "Spring Integration, tuned";
  }

  @Override
  public void pollAll() throws Exception {
    CountDownLatch left = new CountDownLatch(setup.vehicles());
    MessageChannel vehicles = context.getBean("vehicles", MessageChannel.class);
    for (int number = 0; number < setup.vehicles(); number++) {
      vehicles.send(message(Setup.vehicleId(number), left));
    }
    if (!left.await(Setup.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      throw new TimeoutException(left.getCount() + " are missing");
    }
    context.getBean(FileWritingMessageHandler.class).flushIfNeeded((file, first, last) -> true);
  }

  private static Message<String> message(String vehicleId, CountDownLatch left) {
    return MessageBuilder.withPayload(vehicleId)
        .setHeader("vehicle", vehicleId)
        .setHeader("left", left)
        .setHeader("Authorization", "Bearer benchmark")
        .setHeader("SC-Unit-System", "metric")
        .setHeader("Content-Type", "application/json")
        .build();
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public void close() {
    context.close();
  }
}
