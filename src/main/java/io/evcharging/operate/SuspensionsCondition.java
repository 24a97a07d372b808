package io.evcharging.operate;

import io.evcharging.upstream.Suspension;
import io.evcharging.upstream.Suspensions;
import java.util.List;
import java.util.Optional;

/**
 * Whether the source API may be asked at all. Single vehicles that are left alone are counted, no
 * more: a source that has no others says so itself.
 */
public final class SuspensionsCondition implements Condition {

  private final Suspensions suspensions;

  /**
   * Watches what is left alone.
   *
   * @param suspensions in force
   */
  public SuspensionsCondition(Suspensions suspensions) {
    this.suspensions = suspensions;
  }

  @Override
  public String name() {
    return "suspensions";
  }

  @Override
  public Reading read() {
    List<Suspension> all = suspensions.list();
    Optional<Suspension> application = suspensions.ofApplication();
    Reading reading =
        application
            .map(why -> Reading.ill("the source API is left alone " + until(why)))
            .orElseGet(() -> Reading.well("the source API may be asked"));
    long byPerson = all.stream().filter(each -> each.until() == null).count();
    return reading.with("suspended", all.size()).with("untilResumed", byPerson);
  }

  private static String until(Suspension why) {
    return (why.until() == null ? "until resumed" : "until " + why.until()) + ": " + why.reason();
  }
}
