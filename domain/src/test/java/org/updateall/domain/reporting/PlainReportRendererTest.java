package org.updateall.domain.reporting;

final class PlainReportRendererTest extends ReportRendererContract {

  @Override
  protected ReportRenderer renderer() {
    return new PlainReportRenderer();
  }
}
