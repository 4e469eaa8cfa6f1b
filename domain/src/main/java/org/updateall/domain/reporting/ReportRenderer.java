package org.updateall.domain.reporting;

/** Port: makes a page of a report. Safe for use by several threads. */
public interface ReportRenderer {

  /**
   * The report as one HTML document that needs nothing else: no other file, no network, and no
   * script to be read. Whatever names and messages hold is shown as text.
   */
  String page(HistoryReport report);
}
