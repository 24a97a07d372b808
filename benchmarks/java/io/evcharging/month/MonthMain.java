package io.evcharging.month;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Runs a month and writes what it was like into the documentation. */
public final class MonthMain {

  private MonthMain() {}

  /**
   * Runs.
   *
   * @param args none; the system properties {@code month.…} set it
   */
  public static void main(String[] args) throws IOException {
    int vehicles = Integer.getInteger("month.vehicles", 200);
    int days = Integer.getInteger("month.days", 30);
    Path folder = Path.of(System.getProperty("month.folder", "docs"));
    try (Month month = new Month(vehicles, Files.createTempDirectory("evcharging-month"))) {
      month.pass(Duration.ofDays(days));
      MonthReport.write(month, vehicles, days, folder);
      if (month.referee().refused() > 0) {
        throw new IllegalStateException("a limit was exceeded");
      }
    }
  }
}
