package org.updateall.cli;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A histogram in characters: a column for each of its densities, half as high as can be where the
 * density is as expected, 1, and full from 2 on.
 */
enum Tenths {
  BLOCKS("▁▂▃▄▅▆▇█"),
  /** For terminals that know no others. */
  ASCII("_.:-=+*#");

  private final String heights;

  Tenths(String heights) {
    this.heights = heights;
  }

  String draw(List<Double> densities) {
    return densities.stream().map(this::column).collect(Collectors.joining());
  }

  private String column(double density) {
    int halfway = heights.length() / 2;
    long height = Math.round(density * halfway) - 1;
    int place = (int) Math.max(0, Math.min(heights.length() - 1, height));
    return heights.substring(place, place + 1);
  }
}
