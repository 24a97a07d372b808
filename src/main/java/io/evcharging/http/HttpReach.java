package io.evcharging.http;

import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * How servers are reached, and how they show who they are.
 *
 * @param tls the certificates that are trusted, {@code null} for those of the JVM
 * @param names says whether a certificate is that of the server that was meant
 * @param proxy that all calls go through, {@code null} for none
 */
public record HttpReach(
    @Nullable SSLContext tls, HostnameVerifier names, @Nullable HttpHost proxy) {

  /** As the JVM has it, without a proxy. */
  public static final HttpReach USUAL =
      new HttpReach(null, HttpsSupport.getDefaultHostnameVerifier(), null);

  /**
   * What the host has told {@code camel-http}: for both clients the same.
   *
   * @param context whose components are asked
   * @param scheme {@code http} or {@code https}
   * @throws IllegalArgumentException when it tells more than this client can keep to
   */
  public static HttpReach of(CamelContext context, String scheme) throws Exception {
    HttpComponent told = context.getComponent(scheme, HttpComponent.class);
    SSLContextParameters own = told.getSslContextParameters();
    SSLContextParameters tls =
        own == null && told.isUseGlobalSslContextParameters()
            ? context.getSSLContextParameters()
            : own;
    return new HttpReach(
        tls == null ? null : tls.createSSLContext(context),
        told.getX509HostnameVerifier(),
        proxy(told));
  }

  @SuppressWarnings("deprecation") // what is deprecated is in force all the same
  private static @Nullable HttpHost proxy(HttpComponent told) {
    if (told.isUseSystemProperties()
        || told.getNonProxyHosts() != null
        || told.getProxyAuthHost() != null
        || told.getProxyAuthUsername() != null) {
      throw new IllegalArgumentException(
          "the component http or https has system properties, a login for a proxy or hosts without"
              + " one, which needs evcharging.poll.client=camel-http");
    }
    return told.getProxyHost() == null || told.getProxyPort() == null
        ? null
        : new HttpHost("http", told.getProxyHost(), told.getProxyPort());
  }
}
