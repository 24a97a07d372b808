package io.evcharging.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.evcharging.testing.StubApi;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that cannot show who it is gets no request, and so no token. */
class AsyncHttpTlsTest {

  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private Path directory;
  private KeyStore keys;
  private HttpsServer server;

  @BeforeEach
  void start() throws Exception {
    keys = keysFor("localhost");
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext("/", exchange -> StubApi.send(exchange, 200, "{}"));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void shouldSpeakWithAServerThatIsTrusted() throws Exception {
    assertEquals(200, ask("localhost", trusting()));
  }

  @Test
  void shouldNotSpeakWithAServerThatNobodyTrusts() throws Exception {
    assertInstanceOf(SSLException.class, ask("localhost", null));
  }

  @Test
  void shouldNotSpeakWithAServerOfAnotherName() throws Exception {
    assertInstanceOf(SSLException.class, ask("127.0.0.1", trusting()));
  }

  /** The status, or why there is none. */
  private Object ask(String host, @Nullable SSLContext tls) throws Exception {
    Duration limit = Duration.ofSeconds(10);
    HttpBounds bounds = new HttpBounds(4096, limit, limit, 1);
    HttpReach reach = new HttpReach(tls, HttpReach.USUAL.names(), null);
    CompletableFuture<Object> told = new CompletableFuture<>();
    try (AsyncHttpClient client = new AsyncHttpClient(bounds, reach, Clock.systemUTC())) {
      String url = "https://" + host + ":" + server.getAddress().getPort() + "/";
      client.call(
          new BasicHttpRequest("GET", URI.create(url)),
          null,
          (answer, failure) -> told.complete(answer == null ? failure : answer.head().getCode()));
      return told.get(20, TimeUnit.SECONDS);
    }
  }

  private SSLContext trusting() throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private KeyStore keysFor(String name) throws Exception {
    Path store = directory.resolve("keys.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String options =
        "-genkeypair -alias a -keyalg EC -storetype PKCS12 -storepass changeit -dname CN=%s"
            + " -ext san=dns:%s -keystore %s";
    List<String> command = new ArrayList<>(List.of(keytool));
    command.addAll(List.of(options.formatted(name, name, store).split(" ")));
    assertEquals(0, new ProcessBuilder(command).start().waitFor());
    KeyStore made = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      made.load(in, PASSWORD);
    }
    return made;
  }
}
