package org.updateall.adapters.report.page;

/** How the page is to be read. */
final class ReadingSection implements Section {

  @Override
  public String id() {
    return "reading";
  }

  @Override
  public String heading() {
    return "How to read this";
  }

  @Override
  public void write(Html html) {
    html.open("dl", "class", "reading");
    entry(
        html,
        "Expected",
        "The middle of what is thought possible: half of all runs should need less, half more.");
    entry(
        html,
        "50 % and 90 % range",
        "Half of all runs, and nine of ten, should end up inside; as many of the others below as above.");
    entry(
        html,
        "Foretold beforehand, worked out afterwards",
        "Only what was written down before a run began is a forecast in earnest. For older runs the models say today, from the runs before each alone, what they would have said; these ranges are dashed.");
    entry(
        html,
        "All together",
        "Plugins one after another. The range of the total is not the sum of ranges, since not everything goes badly at once.");
    entry(
        html,
        "Held against promised",
        "A dot on the diagonal: as many outcomes lay inside as were promised. Below it ranges were too narrow, above it wider than needed. A bar that reaches the diagonal is no evidence against it.");
    entry(
        html,
        "Where in its range each fell",
        "Columns of the same height if all is right. High at both ends: ranges too narrow. High in the middle: too wide. A slope: too much or too little was foretold.");
    entry(
        html,
        "Error / last run, error / mean of 3",
        "The mean error in proportion to that of guessing the last run's figure again, or the mean of the last three.");
    entry(
        html,
        "Interval score ratio",
        "How wide ranges were and how far they were missed, in proportion to the plainest range there is: the last run, give or take its usual errors.");
    html.close();
  }

  private static void entry(Html html, String term, String meaning) {
    html.element("dt", term).element("dd", meaning);
  }
}
