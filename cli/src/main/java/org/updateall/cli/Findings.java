package org.updateall.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.updateall.domain.storage.Finding;

/** What was found in a database, in words and as JSON. */
final class Findings {

  private Findings() {}

  static void show(Session session, List<Finding> findings) {
    for (Finding finding : findings) {
      String times =
          finding.count() == 1 ? "" : String.format(Locale.ROOT, " (%,d)", finding.count());
      session.print(
          (finding.severity() == Finding.Severity.NOTE ? "Note: " : "")
              + finding.what()
              + times
              + ".");
      finding.examples().forEach(example -> session.print("  " + example));
      if (finding.count() > finding.examples().size() && !finding.examples().isEmpty()) {
        session.print("  and more");
      }
      if (!finding.remedy().isEmpty()) {
        session.print("  " + finding.remedy());
      }
    }
  }

  static List<Map<String, Object>> documents(List<Finding> findings) {
    return findings.stream().map(Findings::document).toList();
  }

  private static Map<String, Object> document(Finding finding) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    document.put("what", finding.what());
    document.put("count", finding.count());
    document.put("examples", finding.examples());
    document.put("remedy", finding.remedy());
    return document;
  }
}
