package org.updateall.modeling.evaluation;

/** Counts and sums of a backtest under way. */
final class BacktestTally {

  private final double level;
  private int origins;
  private int below;
  private int above;
  private double absoluteErrors;
  private double widths;
  private double penalties;
  private double lastValueErrors;
  private double meanOfThreeErrors;

  BacktestTally(double level) {
    this.level = level;
  }

  void addInterval(double value, double lower, double upper) {
    origins++;
    below += value < lower ? 1 : 0;
    above += value > upper ? 1 : 0;
    widths += upper - lower;
    penalties += Math.max(0, lower - value) + Math.max(0, value - upper);
  }

  void addPoints(double value, double point, double lastValue, double meanOfThree) {
    absoluteErrors += Math.abs(value - point);
    lastValueErrors += Math.abs(value - lastValue);
    meanOfThreeErrors += Math.abs(value - meanOfThree);
  }

  BacktestFigures figures() {
    double n = Math.max(1, origins);
    return new BacktestFigures(
        level,
        origins,
        below,
        above,
        absoluteErrors / n,
        lastValueErrors / n,
        meanOfThreeErrors / n,
        widths / n,
        (widths + 2 / (1 - level) * penalties) / n);
  }
}
