package org.updateall.cli;

/**
 * The characters of a plot.
 *
 * @param heights of the topmost cell of a bar, the lowest first; the last one fills a cell
 * @param reach above a bar, as far as the greatest of its runs
 * @param zero of a run that came to nothing
 * @param half a cell within the 50 % range
 * @param wide a cell within the 90 % range
 * @param median the cell of what is expected
 * @param above a run above its range
 * @param below a run below it
 * @param both runs of both kinds
 * @param axis beside the values
 * @param now between the past and what is to come
 */
record PlotSigns(
    String heights,
    String reach,
    String zero,
    String half,
    String wide,
    String median,
    String above,
    String below,
    String both,
    String axis,
    String now) {

  static final PlotSigns BLOCKS =
      new PlotSigns("▁▂▃▄▅▆▇█", "╎", "·", "▓", "░", "━", "▲", "▼", "◆", "│", "┊");

  /** For terminals that know no others. */
  static final PlotSigns ASCII =
      new PlotSigns(".:#", "'", ",", "%", ":", "=", "^", "v", "*", "|", "!");

  /** So high is a cell filled, from 0 to 1 and beyond. */
  String bar(double filled) {
    int place = (int) Math.round(filled * heights.length());
    return place <= 0
        ? " "
        : heights.substring(
            Math.min(place, heights.length()) - 1, Math.min(place, heights.length()));
  }
}
