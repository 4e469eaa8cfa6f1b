package org.updateall.modeling.interval;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.updateall.modeling.numbers.Require;
import org.updateall.modeling.scale.Power;

/**
 * {@link ReferenceErrors} as far as a series of fewer than twenty values needs them, short enough
 * to be part of a model or a prior: the rows for fewer than twenty errors, quantiles at some levels
 * alone, to four digits. Between those levels quantiles are linear in the level.
 *
 * @param rows by power one for each number of errors below 20 that {@link ReferenceErrors#from()}
 *     has
 */
public record EarlyErrors(Map<Power, List<Row>> rows) {

  /** How many places from the median the levels are whose quantiles are kept. */
  private static final int[] DISTANCES = {0, 4, 8, 12, 14, 16, 18, 19, 20, 21};

  private static final int END = 20;
  private static final MathContext DIGITS = new MathContext(4);

  /**
   * The distribution of errors after some number of them.
   *
   * @param signed quantiles of the error, ascending
   * @param absolute quantiles of its size at the central levels, from the innermost
   */
  public record Row(List<Double> signed, List<Double> absolute) {

    /**
     * @throws IllegalArgumentException if there is not one quantile for each level, or one is not
     *     finite
     */
    public Row {
      signed = Require.allFinite("signed", signed);
      absolute = Require.allFinite("absolute", absolute);
      Require.that(signed.size() == 2 * DISTANCES.length - 1, "signed quantiles", signed.size());
      Require.that(absolute.size() == DISTANCES.length, "absolute quantiles", absolute.size());
    }

    private static Row of(ReferenceErrors.Row row) {
      List<Double> signed = new ArrayList<>();
      for (int i = DISTANCES.length - 1; i > 0; i--) {
        signed.add(rounded(row.signed().get(Levels.MEDIAN - DISTANCES[i])));
      }
      List<Double> absolute = new ArrayList<>();
      for (int distance : DISTANCES) {
        signed.add(rounded(row.signed().get(Levels.MEDIAN + distance)));
        absolute.add(rounded(row.absolute().get(distance)));
      }
      return new Row(signed, absolute);
    }

    private static double rounded(double quantile) {
      return new BigDecimal(quantile).round(DIGITS).doubleValue();
    }

    private ReferenceErrors.Row everywhere() {
      int middle = DISTANCES.length - 1;
      List<Double> above = between(signed.subList(middle, signed.size()));
      List<Double> below = new ArrayList<>();
      for (int i = middle; i >= 0; i--) {
        below.add(signed.get(i));
      }
      List<Double> all = new ArrayList<>(between(below));
      Collections.reverse(all);
      all.addAll(above.subList(1, above.size()));
      return new ReferenceErrors.Row(all, between(absolute));
    }

    /** From the median outwards, at every level. */
    private static List<Double> between(List<Double> kept) {
      List<Double> all = new ArrayList<>(List.of(kept.get(0)));
      for (int i = 1; i < DISTANCES.length; i++) {
        int from = DISTANCES[i - 1];
        double first = kept.get(i - 1);
        double last = kept.get(i);
        for (int distance = from + 1; distance < DISTANCES[i]; distance++) {
          double share = (double) (distance - from) / (DISTANCES[i] - from);
          all.add(first + share * (last - first));
        }
        all.add(last);
      }
      return all;
    }
  }

  /**
   * @throws IllegalArgumentException if a power or a row is missing
   */
  public EarlyErrors {
    Require.present("rows", rows);
    Map<Power, List<Row>> known = new EnumMap<>(Power.class);
    for (Power power : Power.values()) {
      List<Row> ofPower = Require.whole(power.name(), rows.get(power));
      Require.that(ofPower.size() == count(), "rows of " + power, ofPower.size());
      known.put(power, ofPower);
    }
    rows = Collections.unmodifiableMap(known);
  }

  private static int count() {
    return (int) ReferenceErrors.from().stream().filter(from -> from < END).count();
  }

  /** What these say of a series' first errors. */
  public static EarlyErrors of(ReferenceErrors errors) {
    Map<Power, List<Row>> rows = new EnumMap<>(Power.class);
    for (Power power : Power.values()) {
      rows.put(power, errors.rows(power).subList(0, count()).stream().map(Row::of).toList());
    }
    return new EarlyErrors(rows);
  }

  /**
   * The same for any number of errors: from the twentieth on as before it.
   *
   * @throws IllegalArgumentException if quantiles decrease
   */
  public ReferenceErrors all() {
    Map<Power, List<ReferenceErrors.Row>> all = new EnumMap<>(Power.class);
    rows.forEach(
        (power, kept) ->
            all.put(
                power,
                IntStream.range(0, ReferenceErrors.from().size())
                    .mapToObj(row -> kept.get(Math.min(row, kept.size() - 1)).everywhere())
                    .toList()));
    return new ReferenceErrors(all);
  }

  /** Those that come with this program, where there are none. */
  public static ReferenceErrors orShipped(@Nullable EarlyErrors early) {
    return early == null ? ReferenceErrors.shipped() : early.all();
  }
}
