package org.updateall.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.application.updating.CheckRequest;
import org.updateall.application.updating.UpdateCheck;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.updating.PackageUpdate;
import org.updateall.domain.updating.PreflightReport;
import org.updateall.domain.updating.PreflightReport.Finding;

/** What stands below the table of a check: packages by name, and what the table cannot say. */
final class CheckNotes {

  private static final int FEW_PACKAGES = 8;

  private final UpdateCheck check;
  private final CheckRequest request;
  private final boolean verbose;

  /**
   * @param verbose whether to name all packages, with their versions
   */
  CheckNotes(UpdateCheck check, CheckRequest request, boolean verbose) {
    this.check = check;
    this.request = request;
    this.verbose = verbose;
  }

  /**
   * All of them, after an empty line; none if there is nothing to say.
   *
   * @param assumes whether any range rests on more than the plugin's own runs
   */
  List<String> lines(boolean assumes) {
    List<String> notes = new ArrayList<>();
    for (PreflightReport report : check.reports()) {
      if (!report.work().packages().isEmpty()) {
        notes.add("%s: %s".formatted(report.plugin(), packages(report.work().packages())));
      } else if (report.finding() == Finding.UNTOLD
          || (report.finding() == Finding.NOT_APPLICABLE && CheckTable.isShown(report, request))) {
        notes.add("%s: %s".formatted(report.plugin(), report.reason()));
      }
    }
    addOwnWord(notes);
    addHidden(notes);
    addUnforeseen(notes);
    if (assumes) {
      notes.add("* The plugin's own runs alone do not support this; see update-all estimate.");
    }
    if (!notes.isEmpty()) {
      notes.add(0, "");
    }
    return notes;
  }

  /** Of plugins without a past, what they say themselves of the time. */
  private void addOwnWord(List<String> notes) {
    for (PreflightReport report : check.reports()) {
      Double seconds = report.work().seconds();
      if (seconds != null
          && CheckTable.estimate(check, report.plugin())
              .flatMap(each -> each.prediction(Target.WALL_CLOCK))
              .isEmpty()) {
        notes.add(
            "%s says itself that it takes %s."
                .formatted(report.plugin(), Quantity.seconds(seconds)));
      }
    }
  }

  private void addHidden(List<String> notes) {
    String hidden =
        check.reports().stream()
            .filter(report -> !CheckTable.isShown(report, request))
            .map(report -> report.plugin().value())
            .collect(Collectors.joining(", "));
    if (!hidden.isEmpty()) {
      notes.add("Not on this machine: " + hidden + ".");
    }
  }

  private void addUnforeseen(List<String> notes) {
    String unforeseen =
        check.forecast().map(RunEstimate::unknown).getOrElse(List.of()).stream()
            .map(PluginName::value)
            .collect(Collectors.joining(", "));
    if (!unforeseen.isEmpty()) {
      notes.add("No run in the history yet, so nothing is foretold of: " + unforeseen + ".");
    }
  }

  private String packages(List<PackageUpdate> packages) {
    int told = verbose ? packages.size() : Math.min(packages.size(), FEW_PACKAGES);
    String text =
        packages.stream().limit(told).map(this::inWords).collect(Collectors.joining(", "));
    return told == packages.size()
        ? text
        : "%s and %s more (--verbose tells all)".formatted(text, Count.of(packages.size() - told));
  }

  /** With its versions for those who want to know everything. */
  private String inWords(PackageUpdate update) {
    if (!verbose) {
      return update.name();
    }
    String available = update.available() == null ? "" : " " + update.available();
    return update.installed() == null
        ? update.name() + available
        : "%s %s to%s".formatted(update.name(), update.installed(), available);
  }
}
