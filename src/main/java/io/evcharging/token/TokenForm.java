package io.evcharging.token;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is posted to get a token. All of it is secret.
 *
 * @param fields of the form
 * @param authorization the header of that name, {@code null} for none
 */
public record TokenForm(Map<String, String> fields, @Nullable String authorization) {

  /** Keeps a copy. */
  public TokenForm {
    fields = Map.copyOf(fields);
  }

  /** Without what it holds. */
  @Override
  public String toString() {
    return "TokenForm[hidden]";
  }
}
