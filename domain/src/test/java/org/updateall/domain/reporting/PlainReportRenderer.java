package org.updateall.domain.reporting;

/** A page with the host and the warnings alone, for tests of what asks for pages. */
public final class PlainReportRenderer implements ReportRenderer {

  @Override
  public String page(HistoryReport report) {
    StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><body>");
    paragraph(page, String.valueOf(report.host().hostname()));
    report.warnings().forEach(warning -> paragraph(page, warning));
    return page.append("</body></html>").toString();
  }

  private static void paragraph(StringBuilder page, String words) {
    page.append("<p>");
    words.codePoints().forEach(point -> append(page, point));
    page.append("</p>\n");
  }

  private static void append(StringBuilder page, int point) {
    if (point >= ' ' && point < 127 && point != '<' && point != '&' && point != '>') {
      page.appendCodePoint(point);
    } else if (point == '<' || point == '&' || point == '>') {
      page.append(point == '<' ? "&lt;" : point == '>' ? "&gt;" : "&amp;");
    } else {
      page.append("?");
    }
  }
}
