package io.evcharging.month;

import java.util.EnumMap;
import java.util.Map;

/** How old the newest answer about a vehicle was, by what the vehicle really did at that time. */
final class Ages {

  /** What a vehicle really does, by which its data should be new. */
  enum Doing {
    CHARGING("charging"),
    PLUGGED_IN("plugged in"),
    AWAY("not plugged in"),
    ASLEEP("asleep");

    private final String words;

    Doing(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private static final int MINUTES = 60 * 24 * 40;

  private final Map<Doing, int[]> minutes = new EnumMap<>(Doing.class);

  void add(Doing doing, long ageMillis) {
    int minute = (int) Math.min(MINUTES - 1, ageMillis / 60_000);
    minutes.computeIfAbsent(doing, some -> new int[MINUTES])[minute]++;
  }

  /** The age, in minutes, that this share of the samples does not exceed; 1 is the greatest. */
  int quantile(Doing doing, double share) {
    int[] counts = minutes.getOrDefault(doing, new int[MINUTES]);
    long all = 0;
    for (int count : counts) {
      all += count;
    }
    long seen = 0;
    for (int minute = 0; minute < MINUTES; minute++) {
      seen += counts[minute];
      if (seen >= Math.ceil(all * share)) {
        return minute;
      }
    }
    return MINUTES;
  }
}
