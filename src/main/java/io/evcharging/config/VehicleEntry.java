package io.evcharging.config;

import io.evcharging.canonical.Vehicle;
import io.evcharging.source.ChargeSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One entry of the file, as it was written, and the check that makes it a vehicle. */
final class VehicleEntry {

  /** The id becomes a part of a URL's path. */
  private static final Pattern BRAND = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._&-]{0,63}");

  /** It becomes a header. */
  private static final Pattern USER_ID = Pattern.compile("[\\x21-\\x7e]{1,256}");

  private final int line;
  private final List<Fault> faults;

  @Nullable String id;
  @Nullable String brand;
  @Nullable String userId;
  @Nullable List<String> sources;

  VehicleEntry(int line, List<Fault> faults) {
    this.line = line;
    this.faults = faults;
  }

  /** {@code null} where there is a fault. */
  @Nullable PolledVehicle check(Set<String> ids) {
    int before = faults.size();
    String checkedId =
        checked(
            "id", id, VehicleIds.FORM, "letters, digits, dot, dash and underscore, at most 128");
    String checkedBrand =
        checked("brand", brand, BRAND, "a make such as Tesla").toUpperCase(Locale.ROOT);
    if (userId != null) {
      checked("userId", userId, USER_ID, "printable ASCII without blanks, at most 256");
    }
    if (!checkedId.isEmpty() && !ids.add(checkedId)) {
      fault("id", checkedId, "another vehicle has it already");
    }
    Set<ChargeSource> polled = sources(checkedBrand);
    return faults.size() > before
        ? null
        : new PolledVehicle(new Vehicle(checkedId, checkedBrand), polled, userId);
  }

  private String checked(String key, @Nullable String value, Pattern pattern, String allowed) {
    if (value == null || !pattern.matcher(value).matches()) {
      fault(key, value == null ? "" : value, allowed);
      return "";
    }
    return value;
  }

  private Set<ChargeSource> sources(String ofBrand) {
    Set<ChargeSource> polled = EnumSet.noneOf(ChargeSource.class);
    if (sources == null) {
      polled.addAll(ChargeSource.defaultsFor(ofBrand));
    } else {
      for (String name : sources) {
        Optional<ChargeSource> source = ChargeSource.byId(name);
        source.ifPresentOrElse(polled::add, () -> unknown(name));
        source.flatMap(ChargeSource::brand).ifPresent(only -> refuseOther(name, only, ofBrand));
      }
    }
    return Collections.unmodifiableSet(polled);
  }

  private void refuseOther(String source, String only, String ofBrand) {
    if (!only.equals(ofBrand) && !ofBrand.isEmpty()) {
      fault("sources", source, "only a " + only + " has it, and this is a " + ofBrand);
    }
  }

  private void unknown(String name) {
    List<String> names = Arrays.stream(ChargeSource.values()).map(ChargeSource::id).toList();
    String meant = Nearest.to(name, names).map(near -> ", did you mean " + near + "?").orElse("");
    fault("sources", name, "one of " + names.stream().collect(Collectors.joining(", ")) + meant);
  }

  private void fault(String key, String value, String allowed) {
    faults.add(new Fault("line " + line + ", " + key, value, allowed));
  }
}
