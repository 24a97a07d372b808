package io.evcharging.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.evcharging.source.smartcar.ApiGeneration;
import io.evcharging.token.TokenEndpoint;
import io.evcharging.token.TokenForm;
import io.evcharging.token.TokenReply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.jspecify.annotations.Nullable;

/** Asks the token servers through the routes of {@code token.camel.yaml}. */
public final class TokenCall implements TokenEndpoint {

  private static final String ROUTE = "direct:evcharging-token-";

  private final ProducerTemplate template;

  /**
   * Asks with a template.
   *
   * @param template started
   */
  public TokenCall(ProducerTemplate template) {
    this.template = template;
  }

  @Override
  public TokenReply post(ApiGeneration generation, TokenForm form) throws IOException {
    Exchange answer =
        template.request(
            ROUTE + generation.label(), exchange -> write(exchange.getMessage(), form));
    Exception failure = answer.getException();
    if (failure != null) {
      // Those of others may quote what they were given.
      throw new IOException(
          failure instanceof IOException
              ? String.valueOf(failure.getMessage())
              : failure.getClass().getSimpleName());
    }
    Message message = answer.getMessage();
    return new TokenReply(
        message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class),
        message.getBody() instanceof byte[] body ? body : new byte[0],
        seconds(message.getHeader("Retry-After", String.class)));
  }

  /**
   * Reads {@code Retry-After}. A date would be another form of it: growing waits have to do then.
   *
   * @param retryAfter as it came
   */
  public static @Nullable Duration seconds(@Nullable String retryAfter) {
    return retryAfter != null && retryAfter.matches("\\d{1,9}")
        ? Duration.ofSeconds(Long.parseLong(retryAfter))
        : null;
  }

  /** As an entity: text would be shown by whatever shows bodies. */
  private static void write(Message message, TokenForm form) {
    List<NameValuePair> fields =
        form.fields().entrySet().stream()
            .<NameValuePair>map(field -> new BasicNameValuePair(field.getKey(), field.getValue()))
            .toList();
    message.setBody(new UrlEncodedFormEntity(fields, UTF_8));
    message.setHeader(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded");
    if (form.authorization() != null) {
      message.setHeader("Authorization", form.authorization());
    }
  }
}
