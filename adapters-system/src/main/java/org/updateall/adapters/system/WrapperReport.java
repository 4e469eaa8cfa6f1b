package org.updateall.adapters.system;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the shell around a command told of it. What it did not tell is absent.
 *
 * @param userSeconds CPU time in user mode of all processes that were waited for
 * @param kernelSeconds the same in kernel mode
 * @param readBytes what they read from storage
 * @param writtenBytes what they wrote to storage
 * @param largestBytes the resident memory of the largest of them
 * @param joined whether the command was in its control group
 */
record WrapperReport(
    @Nullable Double userSeconds,
    @Nullable Double kernelSeconds,
    @Nullable Long readBytes,
    @Nullable Long writtenBytes,
    @Nullable Long largestBytes,
    boolean joined) {

  /** Minutes and seconds; some shells write the locale's decimal sign. */
  private static final Pattern TIMES =
      Pattern.compile("(\\d+)m(\\d+)[.,](\\d+)s (\\d+)m(\\d+)[.,](\\d+)s");

  private static final Pattern COUNT = Pattern.compile("(before|after) (\\w+): (\\d+)");

  static WrapperReport of(List<String> report, List<String> memory) {
    boolean ended = report.contains("ended");
    Matcher times = lastTimes(report);
    Map<String, Long> counts = ended ? counts(report) : Map.of();
    return new WrapperReport(
        ended && times != null ? seconds(times, 1) : null,
        ended && times != null ? seconds(times, 4) : null,
        difference(counts, "read_bytes"),
        difference(counts, "write_bytes"),
        memory.isEmpty() ? null : kibibytes(memory.get(memory.size() - 1)),
        report.contains("joined"));
  }

  /** The second line of times: the children's. */
  private static @Nullable Matcher lastTimes(List<String> report) {
    Matcher last = null;
    for (String line : report) {
      Matcher matcher = TIMES.matcher(line);
      if (matcher.matches()) {
        last = matcher;
      }
    }
    return last;
  }

  private static Map<String, Long> counts(List<String> report) {
    Map<String, Long> counts = new HashMap<>();
    for (String line : report) {
      Matcher matcher = COUNT.matcher(line);
      if (matcher.matches()) {
        counts.put(matcher.group(1) + matcher.group(2), Long.parseLong(matcher.group(3)));
      }
    }
    return counts;
  }

  private static @Nullable Long difference(Map<String, Long> counts, String name) {
    Long before = counts.get("before" + name);
    Long after = counts.get("after" + name);
    return before == null || after == null ? null : Math.max(0, after - before);
  }

  private static double seconds(Matcher times, int group) {
    return 60 * Double.parseDouble(times.group(group))
        + Double.parseDouble(times.group(group + 1) + "." + times.group(group + 2));
  }

  private static @Nullable Long kibibytes(String line) {
    return line.matches("\\d+") ? Long.valueOf(Long.parseLong(line) * 1024) : null;
  }
}
