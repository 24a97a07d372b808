package io.evcharging.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes wrong with an answer. Made by the factory methods here. */
public sealed interface Fault {

  /**
   * The documented error body, in the form of the API that was called. The request has no effect.
   *
   * @param status HTTP status
   * @param type the error's type
   * @param code the error's code; {@code null} where it has none
   * @param headers sent beside the usual ones
   */
  record Refuse(int status, String type, @Nullable String code, Map<String, String> headers)
      implements Fault {
    /** Checks the status. */
    public Refuse {
      Check.range("status", status, 300, 599);
      headers = Map.copyOf(headers);
    }
  }

  /**
   * Any answer at all. The request has no effect.
   *
   * @param status HTTP status
   * @param contentType as sent
   * @param body as sent
   * @param headers sent beside the usual ones
   */
  record Respond(int status, String contentType, String body, Map<String, String> headers)
      implements Fault {
    /** Checks the status. */
    public Respond {
      Check.range("status", status, 200, 599);
      headers = Map.copyOf(headers);
    }
  }

  /**
   * The right answer, late. The request has its effect at once.
   *
   * @param by how late, in real time
   */
  record Delay(Duration by) implements Fault {
    /** Checks the time: a quarter of an hour at most. */
    public Delay {
      Check.range("by seconds", by.toSeconds(), 0, 900);
      Check.notNegative("by", by);
    }
  }

  /**
   * The connection is closed.
   *
   * @param midAnswer after half of the right answer, and the request has its effect; else before
   *     the first byte, and it has none
   */
  record Cut(boolean midAnswer) implements Fault {}

  /**
   * Status 200 and a body that cannot be read. The request has its effect.
   *
   * @param kind what the body is like
   * @param size of a huge body, in bytes
   */
  record Garble(Kind kind, long size) implements Fault {

    /** What a body is like. */
    public enum Kind {
      /** Not JSON, though the content type says so. */
      NOT_JSON,
      /** The first half of the right answer, as if that were all. */
      TRUNCATED_JSON,
      /** JSON of any size, streamed. */
      HUGE,
      /** The right answer, called {@code text/html}. */
      WRONG_CONTENT_TYPE,
      /** No byte. */
      EMPTY
    }

    /** Checks the size: one gibibyte at most. */
    public Garble {
      Check.range("size", size, 0, 1L << 30);
    }
  }

  /** 429 of one vehicle, with {@code Retry-After} in whole seconds. */
  static Fault rateLimited(Duration retryAfter) {
    Check.notNegative("retryAfter", retryAfter);
    String seconds = String.valueOf(retryAfter.toSeconds());
    return new Refuse(429, "RATE_LIMIT", "VEHICLE", Map.of("Retry-After", seconds));
  }

  /** 429 of one vehicle, with {@code Retry-After} as an HTTP date. */
  static Fault rateLimitedUntil(Instant time) {
    String date =
        DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .format(time.atOffset(ZoneOffset.UTC));
    return new Refuse(429, "RATE_LIMIT", "VEHICLE", Map.of("Retry-After", date));
  }

  /** 429 of the whole application, without {@code Retry-After}. */
  static Fault applicationRateLimited() {
    return error(429, "RATE_LIMIT", "SMARTCAR_API");
  }

  /** 430: the plan has no more calls for this vehicle. */
  static Fault billing() {
    return error(430, "BILLING", "VEHICLE_REQUEST_LIMIT");
  }

  /** 501: this vehicle is not capable of it. */
  static Fault compatibility() {
    return error(501, "COMPATIBILITY", "VEHICLE_NOT_CAPABLE");
  }

  /** 502: the maker's server does not answer. */
  static Fault upstream() {
    return error(502, "UPSTREAM", "NO_RESPONSE");
  }

  /** 409: the vehicle is asleep. */
  static Fault asleep() {
    return error(409, "VEHICLE_STATE", "ASLEEP");
  }

  /** Any documented error, with its documented body. */
  static Fault error(int status, String type, @Nullable String code) {
    return new Refuse(status, type, code, Map.of());
  }

  /** Any answer: status and body as given, called {@code application/json}. */
  static Fault respond(int status, String body) {
    return new Respond(status, "application/json", body, Map.of());
  }

  /** The right answer, late. */
  static Fault slow(Duration by) {
    return new Delay(by);
  }

  /** No answer: the connection is closed, the request had no effect. */
  static Fault cutBeforeAnswer() {
    return new Cut(false);
  }

  /** Half an answer, then the connection is closed; the request had its effect. */
  static Fault cutMidAnswer() {
    return new Cut(true);
  }

  /** Something else than JSON. */
  static Fault notJson() {
    return new Garble(Garble.Kind.NOT_JSON, 0);
  }

  /** Half of the right answer, as if that were all. */
  static Fault truncatedJson() {
    return new Garble(Garble.Kind.TRUNCATED_JSON, 0);
  }

  /** Valid JSON of that many bytes, one gibibyte at most. */
  static Fault huge(long bytes) {
    return new Garble(Garble.Kind.HUGE, bytes);
  }

  /** The right answer, called {@code text/html}. */
  static Fault wrongContentType() {
    return new Garble(Garble.Kind.WRONG_CONTENT_TYPE, 0);
  }

  /** Status 200 without a body. */
  static Fault empty() {
    return new Garble(Garble.Kind.EMPTY, 0);
  }
}
