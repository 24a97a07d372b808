package io.evcharging.guard;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** How long the routes of a file are. */
final class StepLines {

  private final List<String> lines;
  private final Map<Integer, Long> found = new TreeMap<>();

  private StepLines(String text) {
    lines = text.lines().toList();
  }

  /** The line of each {@code from:} to the number of lines of its steps, without comments. */
  static Map<Integer, Long> of(String text) {
    StepLines steps = new StepLines(text);
    steps.walk(new Yaml().compose(new StringReader(text)), false);
    return steps.found;
  }

  private void walk(Node node, boolean isFrom) {
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(entry -> walk(entry, false));
    } else if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        String key = ((ScalarNode) entry.getKeyNode()).getValue();
        if (isFrom && key.equals("steps")) {
          found.put(node.getStartMark().getLine(), count(entry.getValueNode()));
        } else {
          walk(entry.getValueNode(), key.equals("from"));
        }
      }
    }
  }

  private long count(Node steps) {
    int from = steps.getStartMark().getLine();
    int end = Math.min(steps.getEndMark().getLine() + 1, lines.size());
    int indent = steps.getStartMark().getColumn();
    return lines.subList(from, end).stream()
        .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
        .filter(line -> line.length() - line.stripLeading().length() >= indent)
        .count();
  }
}
