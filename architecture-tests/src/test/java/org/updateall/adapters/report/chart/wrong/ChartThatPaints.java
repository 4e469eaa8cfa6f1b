package org.updateall.adapters.report.chart.wrong;

import java.awt.Graphics2D;

/** Breaks a rule on purpose. */
public final class ChartThatPaints {
  public Class<?> known() {
    return Graphics2D.class;
  }
}
