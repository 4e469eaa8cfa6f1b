package org.updateall.adapters.report;

import org.updateall.domain.reporting.PictureRenderer;
import org.updateall.domain.reporting.PictureRendererContract;

final class SvgPictureRendererContractTest extends PictureRendererContract {

  @Override
  protected PictureRenderer renderer() {
    return new SvgPictureRenderer();
  }
}
