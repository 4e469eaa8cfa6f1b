package org.updateall.adapters.duckdb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.updateall.domain.storage.Finding;
import org.updateall.domain.storage.Finding.Severity;

/** What could not be saved, kind by kind, counted, with the first few of each. */
final class Losses {

  private static final class Kind {
    private final List<String> examples = new ArrayList<>();
    private long count;
  }

  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private final List<Finding> others = new ArrayList<>();

  void add(String what, String example) {
    add(what, 1, example);
  }

  void add(String what, long count, String example) {
    Kind kind = kinds.computeIfAbsent(what, absent -> new Kind());
    kind.count += count;
    if (kind.examples.size() < Finding.MAX_EXAMPLES) {
      kind.examples.add(example);
    }
  }

  void add(Finding finding) {
    others.add(
        new Finding(finding.severity(), finding.what(), finding.count(), finding.examples(), ""));
  }

  /** Something that was mended without a loss. */
  void note(String what) {
    others.add(Finding.note(what));
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(others);
    kinds.forEach(
        (what, kind) ->
            findings.add(new Finding(Severity.PROBLEM, what, kind.count, kind.examples, "")));
    return findings;
  }
}
