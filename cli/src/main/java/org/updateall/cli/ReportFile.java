package org.updateall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.reporting.HistoryReport;

/** A report as one HTML file. */
final class ReportFile {

  private static final String FIRST_LINE = "<!doctype html>";

  private final OutputFile file;

  ReportFile(Path file) {
    this.file =
        new OutputFile(
            file, "page", line -> line.strip().toLowerCase(Locale.ROOT).startsWith(FIRST_LINE));
  }

  Path file() {
    return file.file();
  }

  /** Complains if nothing can be written there; the exit code that follows from it. */
  int check(Session session) {
    return file.check(session);
  }

  /** Writes the report, or complains; the exit code that follows from it. */
  int write(Session session, UpdateAll updateAll, HistoryReport report) {
    String page = updateAll.page(report);
    return file.write(session, draft -> Files.writeString(draft, page, UTF_8));
  }
}
