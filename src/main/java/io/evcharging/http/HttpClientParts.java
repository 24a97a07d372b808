package io.evcharging.http;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.Timeout;

/** HttpClient's parts, with every bound set: its defaults have none for most. */
final class HttpClientParts {

  private static final int THREADS = 2;
  private static final int MAX_HEADERS = 200;
  private static final int MAX_LINE = 16 << 10;

  private HttpClientParts() {}

  static PoolingAsyncClientConnectionManager pool(HttpBounds bounds, HttpReach reach) {
    Timeout connect = Timeout.of(bounds.connectTimeout());
    return PoolingAsyncClientConnectionManagerBuilder.create()
        .setMaxConnTotal(bounds.connections())
        .setMaxConnPerRoute(bounds.connections())
        .setTlsStrategy(tls(reach))
        .setDefaultTlsConfig(
            TlsConfig.custom()
                .setHandshakeTimeout(connect)
                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                .build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(connect)
                .setSocketTimeout(Timeout.of(bounds.deadline()))
                .build())
        .build();
  }

  /** Left to its default, HttpClient 5.5.1 verifies no name where it does not block. */
  private static TlsStrategy tls(HttpReach reach) {
    ClientTlsStrategyBuilder strategy =
        ClientTlsStrategyBuilder.create()
            .setHostVerificationPolicy(HostnameVerificationPolicy.CLIENT)
            .setHostnameVerifier(reach.names());
    return (reach.tls() == null ? strategy : strategy.setSslContext(reach.tls())).buildAsync();
  }

  static CloseableHttpAsyncClient client(
      HttpBounds bounds, HttpReach reach, PoolingAsyncClientConnectionManager pool) {
    return HttpAsyncClients.custom()
        .setConnectionManager(pool)
        .setProxy(reach.proxy())
        .setHttp1Config(
            Http1Config.custom().setMaxHeaderCount(MAX_HEADERS).setMaxLineLength(MAX_LINE).build())
        .setIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(THREADS).build())
        .setDefaultRequestConfig(requests(bounds, bounds.deadline()))
        .disableCookieManagement()
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableAuthCaching()
        .disableConnectionState()
        .build();
  }

  /** How a call is made that ends when so long nothing has come. */
  static RequestConfig requests(HttpBounds bounds, Duration silence) {
    return RequestConfig.custom()
        .setConnectionRequestTimeout(Timeout.of(bounds.connectTimeout()))
        .setResponseTimeout(Timeout.of(silence.isNegative() ? Duration.ofMillis(1) : silence))
        .build();
  }
}
