package io.evcharging.simulator;

import java.util.Set;

/** The paths under a vehicle that are counted by name; whatever else is asked for is "other". */
final class Paths {

  private static final Set<String> KNOWN =
      Set.of(
          "",
          "vin",
          "permissions",
          "battery",
          "battery/capacity",
          "charge",
          "batch",
          "tesla/charge",
          "audi/charge",
          "tesla/charge/ammeter",
          "signals");

  private Paths() {}

  static String counted(String path) {
    boolean signal =
        path.startsWith("signals/")
            && ChargeSignal.byCode(path.substring("signals/".length())).isPresent();
    return signal || KNOWN.contains(path) ? path : "other";
  }
}
