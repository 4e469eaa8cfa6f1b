package org.updateall.adapters.report;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import org.updateall.domain.reporting.PictureRenderer;

/** Binds {@link PictureRenderer} to drawings of our own. */
public final class ReportModule extends AbstractModule {

  @Provides
  PictureRenderer pictureRenderer() {
    return new SvgPictureRenderer();
  }
}
