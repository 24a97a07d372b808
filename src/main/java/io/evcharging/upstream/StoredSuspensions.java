package io.evcharging.upstream;

import io.evcharging.state.State;
import io.evcharging.upstream.SuspensionTable.Kept;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is suspended as the tables have it, while nothing runs. */
public final class StoredSuspensions {

  private final SuspensionTable table;

  /**
   * In these tables.
   *
   * @param state open
   */
  public StoredSuspensions(State state) {
    this.table = new SuspensionTable(state.jdbi());
  }

  /** By vehicle and source; what is over by now is still among them. */
  public List<Suspension> list() {
    return table.read().values().stream()
        .map(Kept::suspension)
        .sorted(Comparator.comparing(Suspension::vehicleId).thenComparing(String::valueOf))
        .toList();
  }

  /**
   * Ends suspensions: the next run knows nothing of them.
   *
   * @param vehicleId or {@value Suspension#APPLICATION} for that of the application
   * @param source a source's id; {@code null} for all of the vehicle
   * @return those that ended
   */
  public List<Suspension> resume(String vehicleId, @Nullable String source) {
    List<Suspension> ended = list().stream().filter(each -> each.isOf(vehicleId, source)).toList();
    ended.forEach(each -> table.remove(SuspensionKey.of(each)));
    return ended;
  }
}
