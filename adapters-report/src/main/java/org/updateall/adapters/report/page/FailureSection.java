package org.updateall.adapters.report.page;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.retrieval.RecentExecution;

/** What failed, newest first. */
final class FailureSection implements Section {

  private static final int MOST_OPEN = 20;
  private static final int LONGEST_MESSAGE = 2000;
  private static final int LONGEST_LINE = 160;

  private final List<RecentExecution> failures;
  private final long inAll;
  private final ZoneId zone;

  FailureSection(List<RecentExecution> failures, long inAll, ZoneId zone) {
    this.failures = failures;
    this.inAll = inAll;
    this.zone = zone;
  }

  @Override
  public String id() {
    return "failures";
  }

  @Override
  public String heading() {
    return "What failed";
  }

  @Override
  public void write(Html html) {
    if (inAll == 0 && failures.isEmpty()) {
      html.element("p", "Nothing failed in this time.");
      return;
    }
    html.element(
        "p",
        "%s in this time did not succeed%s."
            .formatted(
                Wording.count(inAll, "execution"),
                inAll > failures.size()
                    ? "; the newest %,d are shown".formatted(failures.size())
                    : ""));
    DataTable table =
        new DataTable("Failures, newest first")
            .words("When", "Plugin", "How")
            .figures("Exit code")
            .words("Message");
    failures.forEach(each -> table.row(cells(each)));
    table.writeFolded(html, MOST_OPEN);
  }

  private Object[] cells(RecentExecution failure) {
    Integer code = failure.exitCode();
    return new Object[] {
      Wording.minute(failure.outcome().startedAt(), zone),
      DataTable.foreign(failure.plugin().value()),
      failure.outcome().status() == ExecutionStatus.TIMEOUT
          ? "cut off by its time limit"
          : "failed",
      code == null ? Wording.NOTHING : code,
      message(failure.errorMessage() == null ? "" : failure.errorMessage())
    };
  }

  /** The message, behind its first line where it is long. */
  private static Consumer<Html> message(String message) {
    String shown = ForeignText.cut(message.strip(), LONGEST_MESSAGE);
    int lineEnd = shown.indexOf('\n');
    String first =
        ForeignText.beginning(lineEnd < 0 ? shown : shown.substring(0, lineEnd), LONGEST_LINE);
    if (first.length() == shown.length()) {
      return html -> html.foreign(shown.isEmpty() ? Wording.NOTHING : shown);
    }
    return html -> {
      html.open("details", "class", "message").open("summary").foreign(first + " …").close();
      html.open("pre", "tabindex", "0", "aria-label", "whole message").foreign(shown).close();
      html.close();
    };
  }
}
