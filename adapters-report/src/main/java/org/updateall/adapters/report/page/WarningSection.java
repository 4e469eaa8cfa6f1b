package org.updateall.adapters.report.page;

import java.util.List;

/** What did not work while the report was made. */
final class WarningSection implements Section {

  private static final int MOST = 100;
  private static final int LONGEST = 1000;

  private final List<String> warnings;

  WarningSection(List<String> warnings) {
    this.warnings = warnings;
  }

  @Override
  public String id() {
    return "warnings";
  }

  @Override
  public String heading() {
    return "Warnings";
  }

  @Override
  public void write(Html html) {
    if (warnings.isEmpty()) {
      html.element("p", "None.");
      return;
    }
    html.open("ul");
    for (String warning : warnings.subList(0, Math.min(MOST, warnings.size()))) {
      html.open("li").foreign(ForeignText.cut(warning, LONGEST)).close();
    }
    if (warnings.size() > MOST) {
      html.element("li", "and " + Wording.count(warnings.size() - MOST, "more warning"));
    }
    html.close();
  }
}
