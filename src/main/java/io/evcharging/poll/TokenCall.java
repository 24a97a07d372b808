package io.evcharging.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.evcharging.failure.RetryAfter;
import io.evcharging.source.smartcar.ApiGeneration;
import io.evcharging.token.TokenEndpoint;
import io.evcharging.token.TokenForm;
import io.evcharging.token.TokenReply;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/** Asks the token servers through the routes of {@code token.camel.yaml}. */
public final class TokenCall implements TokenEndpoint {

  private static final String ROUTE = "direct:evcharging-token-";

  private final ProducerTemplate template;
  private final Clock clock;

  /**
   * Asks with a template.
   *
   * @param template started
   * @param clock for a {@code Retry-After} that is a date
   */
  public TokenCall(ProducerTemplate template, Clock clock) {
    this.template = template;
    this.clock = clock;
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
        RetryAfter.of(message, clock.instant()));
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
