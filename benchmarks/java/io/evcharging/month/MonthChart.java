package io.evcharging.month;

import io.evcharging.month.Ages.Doing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** One picture of a month: the rate, the vehicles, the age of data. */
final class MonthChart {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 300;
  private static final int BIN = 25;

  private MonthChart() {}

  static void write(Month month, Path file) throws IOException {
    String name = file.toString().replaceFirst("\\.png$", "");
    BitmapEncoder.saveBitmap(
        List.of(rate(month.referee()), vehicles(month.referee()), ages(month.ages())),
        3,
        1,
        name,
        BitmapFormat.PNG);
  }

  private static XYChart rate(Referee referee) {
    Map<Long, Integer> hours = new TreeMap<>();
    referee.minutes().forEach((minute, calls) -> hours.merge(minute / 60, calls, Integer::sum));
    long first = hours.keySet().iterator().next();
    List<Double> days = new ArrayList<>();
    List<Integer> calls = new ArrayList<>();
    hours.forEach(
        (hour, count) -> {
          days.add((hour - first) / 24.0);
          calls.add(count);
        });
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title("Calls in an hour")
            .xAxisTitle("day")
            .build();
    chart.addSeries("calls", days, calls).setMarker(SeriesMarkers.NONE);
    chart
        .addSeries(
            "come back in an hour",
            List.of(days.get(0), days.get(days.size() - 1)),
            List.of(120, 120))
        .setMarker(SeriesMarkers.NONE);
    chart.getStyler().setYAxisMin(0.0).setLegendPosition(LegendPosition.InsideSE);
    return chart;
  }

  private static CategoryChart vehicles(Referee referee) {
    Map<Integer, Integer> bins = new TreeMap<>();
    for (int bin = 0; bin <= 500; bin += BIN) {
      bins.put(bin, 0);
    }
    referee.vehicles().values().forEach(calls -> bins.merge(calls / BIN * BIN, 1, Integer::sum));
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title("Vehicles by their calls in the month; 500 are allowed")
            .xAxisTitle("calls, from")
            .build();
    chart.addSeries("vehicles", new ArrayList<>(bins.keySet()), new ArrayList<>(bins.values()));
    chart.getStyler().setLegendVisible(false);
    return chart;
  }

  private static CategoryChart ages(Ages ages) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title("Age of the newest answer, by what the vehicle does")
            .yAxisTitle("hours")
            .build();
    List<String> doings = Arrays.stream(Doing.values()).map(Doing::words).toList();
    Map<String, Double> shares =
        new TreeMap<>(Map.of("1 median", 0.5, "2 95 %", 0.95, "3 greatest", 1.0));
    shares.forEach(
        (name, share) ->
            chart.addSeries(
                name.substring(2),
                doings,
                Arrays.stream(Doing.values())
                    .map(doing -> ages.quantile(doing, share) / 60.0)
                    .toList()));
    chart.getStyler().setLegendPosition(LegendPosition.InsideNW);
    return chart;
  }
}
