package io.evcharging.standalone;

import io.evcharging.operate.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A status as lines for people. */
final class StatusText {

  private static final String LINE = "%-4s  %-24s %s%s";

  private StatusText() {}

  static List<String> of(Status status) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "evcharging %s, running since %s: %s"
            .formatted(status.version(), WholeSeconds.of(status.startedAt()), verdict(status)));
    lines.add("");
    status.checks().forEach(check -> lines.add(line(check)));
    if (!status.suspensions().isEmpty()) {
      lines.add("");
      lines.add("Left alone; bin/evcharging resume <vehicle> [<source>] ends it:");
      status.suspensions().forEach(each -> lines.add("  " + ResumeCommand.line(each)));
    }
    return lines;
  }

  private static String verdict(Status status) {
    long ill = status.checks().stream().filter(check -> !check.up()).count();
    return ill == 0 ? "all is well" : ill == 1 ? "1 thing is not well" : ill + " are not well";
  }

  private static String line(Status.Check check) {
    String facts =
        check.facts().entrySet().stream()
            .map(fact -> fact.getKey() + " " + fact.getValue())
            .collect(Collectors.joining(", "));
    return LINE.formatted(
        check.state(), check.name(), check.reason(), facts.isEmpty() ? "" : " (" + facts + ")");
  }
}
