package org.updateall.domain.fleet;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which files of the table {@code outcomes} are learned from, and what becomes of the others: the
 * same on every engine.
 *
 * @param taken the facts of those that are, by path
 * @param reports of all files, by path
 */
public record PartitionVerdicts(List<PartitionFacts> taken, List<PartitionReport> reports) {

  /** A clock that shows an earlier time was not set. */
  public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /** Clocks that are set differ by less. */
  private static final Duration CLOCKS_APART = Duration.ofDays(1);

  private static final Pattern MONTH = Pattern.compile("(?:.*/)?month=([^/]*)/.*");
  private static final String EARLIEST_MONTH = "2000-01";

  public PartitionVerdicts {
    taken = List.copyOf(taken);
    reports = List.copyOf(reports);
  }

  /**
   * @param facts of every file, in any order
   */
  public static PartitionVerdicts of(List<PartitionFacts> facts) {
    List<PartitionFacts> taken = new ArrayList<>();
    List<PartitionReport> reports = new ArrayList<>();
    Map<List<@Nullable Object>, String> seen = new HashMap<>();
    for (PartitionFacts each :
        facts.stream().sorted(Comparator.comparing(PartitionFacts::partition)).toList()) {
      Option<String> refusal = refusal(each).orElse(() -> repetition(each, seen));
      if (refusal.isEmpty()) {
        taken.add(each);
      }
      reports.add(report(each, refusal.getOrNull()));
    }
    return new PartitionVerdicts(taken, reports);
  }

  /** A clock that shows a later time was wrong. */
  public static Instant latest(Instant now) {
    return now.plus(CLOCKS_APART);
  }

  /** When the newest execution began that is learned from; none without any. */
  public Option<Instant> asOf() {
    return Option.ofOptional(
        taken.stream()
            .map(PartitionFacts::lastStart)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder()));
  }

  private static PartitionReport report(PartitionFacts facts, @Nullable String refusal) {
    if (refusal != null) {
      return new PartitionReport(facts.partition(), 0, facts.rows() + facts.unusable(), refusal);
    }
    String reason =
        facts.unusable() == 0
            ? null
            : "%s of its rows cannot be learned from, one because %s; correct them on that host and export again"
                .formatted(Long.toString(facts.unusable()), facts.problem());
    return new PartitionReport(facts.partition(), facts.rows(), facts.unusable(), reason);
  }

  private static Option<String> refusal(PartitionFacts facts) {
    if (facts.fault() != null) {
      return Option.some(facts.fault() + "; export that month of that host again");
    }
    Integer format = facts.format();
    if (format != null && format > FleetRow.FORMAT) {
      return Option.some(
          "it was written by a newer update-all (format %s, this one knows %s); update this one"
              .formatted(format.toString(), Integer.toString(FleetRow.FORMAT)));
    }
    return wrongMonth(facts.partition());
  }

  private static Option<String> wrongMonth(String partition) {
    Matcher month = MONTH.matcher(partition);
    return month.matches() && month.group(1).compareTo(EARLIEST_MONTH) < 0
        ? Option.some(
            "its month is %s, so that host's clock was not set; delete it"
                .formatted(month.group(1)))
        : Option.none();
  }

  /** Whether another file holds the same executions. */
  private static Option<String> repetition(
      PartitionFacts facts, Map<List<@Nullable Object>, String> seen) {
    if (facts.rows() == 0) {
      return Option.none();
    }
    List<@Nullable Object> content = new ArrayList<>();
    content.add(facts.rows());
    content.add(facts.firstExecution());
    content.add(facts.lastExecution());
    content.add(facts.firstStart());
    content.add(facts.lastStart());
    String other = seen.putIfAbsent(content, facts.partition());
    return Option.of(other)
        .map(path -> "it holds the same executions as %s; delete one of them".formatted(path));
  }
}
