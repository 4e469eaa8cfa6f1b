package org.updateall.adapters.report;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import org.updateall.adapters.report.page.HtmlReportRenderer;
import org.updateall.domain.reporting.PictureRenderer;
import org.updateall.domain.reporting.ReportRenderer;

/** Binds {@link PictureRenderer} and {@link ReportRenderer} to drawings and pages of our own. */
public final class ReportModule extends AbstractModule {

  @Provides
  PictureRenderer pictureRenderer() {
    return new SvgPictureRenderer();
  }

  @Provides
  ReportRenderer reportRenderer() {
    return new HtmlReportRenderer();
  }
}
