package org.updateall.adapters.report.chart;

/**
 * The line of an SVG path, short: in tenths, and each step from where the one before it ended. It
 * is the rounded places that steps lead between, so that roundings do not add up.
 */
final class Path {

  private final StringBuilder data = new StringBuilder();
  private long x;
  private long y;

  Path move(double toX, double toY) {
    x = Math.round(toX * 10);
    y = Math.round(toY * 10);
    data.append('M').append(tenths(x));
    append(y);
    return this;
  }

  Path line(double toX, double toY) {
    long right = Math.round(toX * 10) - x;
    long down = Math.round(toY * 10) - y;
    if (down == 0) {
      data.append(right == 0 ? "" : "h" + tenths(right));
    } else if (right == 0) {
      data.append('v').append(tenths(down));
    } else {
      data.append('l').append(tenths(right));
      append(down);
    }
    x += right;
    y += down;
    return this;
  }

  Path close() {
    data.append('z');
    return this;
  }

  /** A dot, where the line has round ends: in whole pixels, for many of them. */
  Path dot(double atX, double atY) {
    long toX = 10 * Math.round(atX);
    long toY = 10 * Math.round(atY);
    if (data.isEmpty()) {
      data.append('M').append(tenths(toX));
      append(toY);
    } else {
      data.append('m').append(tenths(toX - x));
      append(toY - y);
    }
    x = toX;
    y = toY;
    data.append("h0");
    return this;
  }

  Path box(double left, double top, double right, double bottom) {
    return move(left, top).line(right, top).line(right, bottom).line(left, bottom).close();
  }

  boolean isEmpty() {
    return data.isEmpty();
  }

  private void append(long value) {
    data.append(value < 0 ? "" : " ").append(tenths(value));
  }

  /** Such as {@code 12.3}, {@code -.4}, {@code 7}. */
  static String tenths(long value) {
    long whole = Math.abs(value) / 10;
    long rest = Math.abs(value) % 10;
    String digits = rest == 0 ? Long.toString(whole) : (whole == 0 ? "" : whole) + "." + rest;
    return value < 0 ? "-" + digits : digits;
  }

  @Override
  public String toString() {
    return data.toString();
  }
}
