package io.evcharging.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evcharging.canonical.Vehicle;
import io.evcharging.normalise.Answer;
import io.evcharging.source.ChargeSource;
import io.evcharging.source.smartcar.SmartcarHeaders;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the source API as it is kept: without places, with all that is needed to map it
 * again. Of a page that is no JSON only its size and its hash are kept, for nobody knows what is in
 * it.
 *
 * @param receivedAt an instant, ISO 8601
 * @param source the id of what was asked
 * @param vehicleId whom it is about
 * @param brand in upper case
 * @param headers of the response
 * @param pages without places; empty where one of them is no JSON
 * @param unreadable of each page that is no JSON
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RawAnswer(
    String receivedAt,
    String source,
    String vehicleId,
    String brand,
    SmartcarHeaders headers,
    List<JsonNode> pages,
    List<Unreadable> unreadable) {

  /** Numbers stay as they came: 0.80 is not 0.8. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** What is kept of a page that is no JSON. */
  public record Unreadable(long bytes, String sha256) {}

  /** Keeps copies. */
  public RawAnswer {
    pages = pages == null ? List.of() : List.copyOf(pages);
    unreadable = unreadable == null ? List.of() : List.copyOf(unreadable);
  }

  static RawAnswer of(Answer answer) {
    List<JsonNode> pages = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>();
    for (byte[] page : answer.pages()) {
      JsonNode node = withoutPlaces(page);
      if (node == null) {
        unreadable.add(new Unreadable(page.length, sha256(page)));
      } else {
        pages.add(node);
      }
    }
    return new RawAnswer(
        answer.receivedAt().toString(),
        answer.source().id(),
        answer.vehicle().id(),
        answer.vehicle().brand(),
        answer.headers(),
        unreadable.isEmpty() ? pages : List.of(),
        unreadable);
  }

  private static @Nullable JsonNode withoutPlaces(byte[] page) {
    try {
      JsonNode node = JSON.readTree(page);
      if (node == null || !node.isContainerNode()) {
        return null;
      }
      Places.remove(node);
      return node;
    } catch (IOException notJson) {
      return null;
    }
  }

  private static String sha256(byte[] page) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(page));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  byte[] line() throws IOException {
    return JSON.writeValueAsBytes(this);
  }

  /**
   * Reads a line.
   *
   * @return empty when it is no answer
   */
  public static Optional<RawAnswer> read(String line) {
    try {
      RawAnswer kept = JSON.readValue(line, RawAnswer.class);
      return kept.isComplete() ? Optional.of(kept) : Optional.empty();
    } catch (JsonProcessingException notOne) {
      return Optional.empty();
    }
  }

  @SuppressWarnings("ConstantValue") // a line may hold anything
  private boolean isComplete() {
    return receivedAt != null
        && source != null
        && vehicleId != null
        && brand != null
        && when() != null
        && ChargeSource.byId(source).isPresent();
  }

  private @Nullable Instant when() {
    try {
      return Instant.parse(receivedAt);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * As it was mapped, but for the places.
   *
   * @return empty when a page was no JSON
   */
  public Optional<Answer> answer() throws IOException {
    Optional<ChargeSource> asked = ChargeSource.byId(source);
    if (pages.isEmpty() || asked.isEmpty()) {
      return Optional.empty();
    }
    List<byte[]> bytes = new ArrayList<>();
    for (JsonNode page : pages) {
      bytes.add(JSON.writeValueAsBytes(page));
    }
    return Optional.of(
        new Answer(
            new Vehicle(vehicleId, brand),
            asked.get(),
            headers == null ? SmartcarHeaders.NONE : headers,
            Instant.parse(receivedAt),
            bytes));
  }

  /** Without what was said. */
  @Override
  public String toString() {
    return "RawAnswer[vehicleId=" + vehicleId + ", source=" + source + "]";
  }
}
