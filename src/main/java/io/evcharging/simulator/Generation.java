package io.evcharging.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** The two generations of the API, each with error bodies of its own. */
enum Generation {
  V2 {
    @Override
    ObjectNode error(ApiException refusal, String requestId) {
      ObjectNode body = Json.object();
      body.put("type", refusal.type()).put("code", refusal.code());
      body.put("description", refusal.description());
      body.put("docURL", "https://smartcar.com/docs/errors/v2.0/" + docPage(refusal.type()));
      body.put("statusCode", refusal.status()).put("requestId", requestId);
      body.putNull("resolution").putNull("suggestedUserMessage");
      if (refusal.status() == 400) {
        body.putArray("detail");
      }
      return body;
    }
  },
  V3 {
    @Override
    ObjectNode error(ApiException refusal, String requestId) {
      ObjectNode body = Json.object();
      ObjectNode error = body.putArray("errors").addObject();
      error.put("status", String.valueOf(refusal.status()));
      error.put("type", refusal.type());
      String code = refusal.code();
      error.put("code", code == null ? refusal.type() : code);
      error.put("title", refusal.type()).put("detail", refusal.description());
      return body;
    }
  };

  abstract ObjectNode error(ApiException refusal, String requestId);

  private static String docPage(String type) {
    return type.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
