package io.evcharging.token;

import io.evcharging.source.smartcar.ApiGeneration;
import java.io.IOException;

/** Where tokens come from. */
@FunctionalInterface
public interface TokenEndpoint {

  /**
   * Posts one form.
   *
   * @param generation whose token URL
   * @param form what to post
   * @return whatever came back
   * @throws IOException when there was no answer: what was asked may have been done all the same
   */
  TokenReply post(ApiGeneration generation, TokenForm form) throws IOException;
}
