package io.evcharging.operate;

import io.evcharging.failure.RefusedException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who has the key of this run, {@code Authorization: Bearer <key>}, and drops all that came
 * with the request but its body: no header of a caller steers what follows.
 */
public final class OperationsGuard implements Processor {

  private static final String SCHEME = "Bearer ";

  private final byte[] expected;

  /**
   * Guards with a key.
   *
   * @param key made anew for each run
   */
  public OperationsGuard(String key) {
    this.expected = digest(SCHEME + key);
  }

  @Override
  public void process(Exchange exchange) {
    Message message = exchange.getMessage();
    Object given = message.getHeader("Authorization");
    message.removeHeaders("*");
    if (!isExpected(given)) {
      throw new RefusedException("the key of this run is needed", null);
    }
  }

  /** Digests have one length, so that the time it takes tells nothing about the key. */
  private boolean isExpected(@Nullable Object given) {
    return given instanceof String text && MessageDigest.isEqual(expected, digest(text));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }
}
