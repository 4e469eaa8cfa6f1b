package org.updateall.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the job on Spark says of itself, among all that Spark says. */
final class SparkOutcome {

  private static final Pattern METRIC = Pattern.compile("metric (\\w+): (.+)");
  private static final Pattern LEFT_OUT = Pattern.compile("left out (.+)");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");

  private final Map<String, Object> metrics = new LinkedHashMap<>();
  private final List<String> leftOut = new ArrayList<>();

  /** Takes in a line of whatever is printed. */
  void read(String line) {
    Matcher metric = METRIC.matcher(line);
    Matcher left = LEFT_OUT.matcher(line);
    if (metric.matches()) {
      String value = metric.group(2);
      metrics.put(
          metric.group(1), WHOLE.matcher(value).matches() ? (Object) Long.valueOf(value) : value);
    } else if (left.matches()) {
      leftOut.add(left.group(1));
    }
  }

  /** By name, whole numbers as such, in the order in which they were told. */
  Map<String, Object> metrics() {
    return metrics;
  }

  /** Of which files something was left out, each with the reason. */
  List<String> leftOut() {
    return leftOut;
  }

  /** Such as "3 models"; as if it were 0 where it was not told. */
  String counted(String metric, String what) {
    return Count.of(metrics.get(metric) instanceof Long number ? number : 0, what);
  }
}
