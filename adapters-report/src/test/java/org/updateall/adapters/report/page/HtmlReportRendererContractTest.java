package org.updateall.adapters.report.page;

import org.updateall.domain.reporting.ReportRenderer;
import org.updateall.domain.reporting.ReportRendererContract;

final class HtmlReportRendererContractTest extends ReportRendererContract {

  @Override
  protected ReportRenderer renderer() {
    return new HtmlReportRenderer();
  }
}
