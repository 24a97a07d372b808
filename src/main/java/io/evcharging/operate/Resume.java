package io.evcharging.operate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.evcharging.source.ChargeSource;
import io.evcharging.upstream.Suspension;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The wish to ask again before the time.
 *
 * @param vehicleId or {@code *} for the whole application
 * @param source a source's id; {@code null} for all of the vehicle
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Resume(@Nullable String vehicleId, @Nullable String source) {

  /**
   * What came of it.
   *
   * @param resumed what was suspended and is no longer
   * @param fault why nothing was done; {@code null} when the wish could be understood
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Done(List<Suspended> resumed, @Nullable String fault) {

    /** Keeps a copy. */
    public Done {
      resumed = List.copyOf(resumed);
    }

    /** Nothing was done. */
    public static Done faulty(String fault) {
      return new Done(List.of(), fault);
    }

    /** What was done. */
    public static Done of(List<Suspension> resumed) {
      return new Done(resumed.stream().map(Suspended::of).toList(), null);
    }
  }

  /**
   * What is wrong with the wish itself.
   *
   * @return empty when it can be understood
   */
  public Optional<String> fault() {
    if (vehicleId == null || vehicleId.isBlank()) {
      return Optional.of("a vehicle is needed, or " + Suspension.APPLICATION + " for all of them");
    }
    return source == null || ChargeSource.byId(source).isPresent()
        ? Optional.empty()
        : Optional.of("there is no source " + source);
  }
}
