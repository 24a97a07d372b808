package io.evcharging.upstream;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.month.MonthMain;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day of {@code ./mvnw -Pmonth}, with more vehicles than the limits have calls for. */
class MonthTest {

  @Test
  void shouldKeepAllLimitsWithMoreVehiclesThanThereAreCallsFor(@TempDir Path folder)
      throws Exception {
    System.setProperty("month.vehicles", "250");
    System.setProperty("month.days", "1");
    System.setProperty("month.folder", folder.toString());
    try {
      MonthMain.main(new String[0]);
    } finally {
      System.clearProperty("month.vehicles");
      System.clearProperty("month.days");
      System.clearProperty("month.folder");
    }
    String page = Files.readString(folder.resolve("polling-month.md"));
    assertTrue(page.contains("refused | **0** |"), page);
    assertTrue(page.contains("commands that found no call left | 0 |"), page);
    assertTrue(Files.size(folder.resolve("polling-month.png")) > 1000);
  }
}
