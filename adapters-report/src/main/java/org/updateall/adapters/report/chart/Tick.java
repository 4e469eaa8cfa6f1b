package org.updateall.adapters.report.chart;

/**
 * A mark of an axis.
 *
 * @param place where it is in the picture
 * @param label what stands beside it
 */
record Tick(double place, String label) {}
