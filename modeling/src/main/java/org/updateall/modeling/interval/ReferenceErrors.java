package org.updateall.modeling.interval;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.updateall.modeling.numbers.Require;
import org.updateall.modeling.scale.Power;

/**
 * How large errors have been on series of the same kind, in proportion to their present size, by
 * power and by how many errors came before: what intervals rest on while a series has few errors of
 * its own. Immutable.
 */
public final class ReferenceErrors {

  /** From how many errors on each row holds. */
  private static final List<Integer> FROM =
      List.of(0, 1, 2, 3, 4, 5, 6, 8, 10, 14, 20, 30, 50, 100, 200);

  private static final String RESOURCE = "reference-errors.json";

  /** Equally probable values that stand for a distribution. */
  private static final int ATOMS = 201;

  private final Map<Power, List<Row>> rows = new EnumMap<>(Power.class);
  private final Map<Power, List<Atoms>> atoms = new EnumMap<>(Power.class);

  /**
   * The distribution of errors after some number of them.
   *
   * @param signed quantiles of the error at {@link Levels}
   * @param absolute quantiles of its size at the central levels, from the innermost
   */
  public record Row(List<Double> signed, List<Double> absolute) {

    /**
     * @throws IllegalArgumentException if there is not one quantile for each level, or they
     *     decrease or are not finite
     */
    public Row {
      signed = ascending("signed", Levels.COUNT, signed);
      absolute = ascending("absolute", Levels.MEDIAN + 1, absolute);
      Require.that(absolute.get(0) >= 0, "absolute", absolute.get(0));
    }

    private static List<Double> ascending(String name, int count, List<Double> quantiles) {
      List<Double> known = Require.allFinite(name, quantiles);
      Require.that(known.size() == count, name + " quantiles", known.size());
      for (int i = 1; i < count; i++) {
        Require.that(known.get(i) >= known.get(i - 1), name, known);
      }
      return known;
    }
  }

  /** The same as equally probable values. */
  private static final class Atoms {
    private final double[] signed;
    private final double[] absolute;

    private Atoms(double[] signed, double[] absolute) {
      this.signed = signed;
      this.absolute = absolute;
    }
  }

  /**
   * @param rows for every power one for each {@link #from()}
   * @throws IllegalArgumentException if they are not
   */
  public ReferenceErrors(Map<Power, List<Row>> rows) {
    for (Power power : Power.values()) {
      List<Row> known = Require.whole(power.name(), rows.get(power));
      Require.that(known.size() == FROM.size(), "rows of " + power, known.size());
      this.rows.put(power, known);
      atoms.put(power, known.stream().map(ReferenceErrors::atoms).toList());
    }
  }

  /** Those that come with this program. */
  public static ReferenceErrors shipped() {
    return Shipped.ERRORS;
  }

  /** Read when first asked for. */
  private static final class Shipped {
    private static final ReferenceErrors ERRORS = read();

    private static ReferenceErrors read() {
      try (InputStream resource = ReferenceErrors.class.getResourceAsStream(RESOURCE)) {
        return ReferenceDocument.read(resource.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(RESOURCE, e);
      }
    }
  }

  /** From how many errors on each row holds: ascending, beginning with 0. */
  public static List<Integer> from() {
    return FROM;
  }

  /** The place of the row that holds after so many errors. */
  static int row(int errors) {
    int row = FROM.size() - 1;
    while (FROM.get(row) > errors) {
      row--;
    }
    return row;
  }

  /** The rows of a power. */
  public List<Row> rows(Power power) {
    return requireNonNull(rows.get(power));
  }

  /** Errors that are equally probable after so many, ascending. Not to be changed. */
  double[] signed(Power power, int errors) {
    return requireNonNull(atoms.get(power)).get(row(errors)).signed;
  }

  /** Sizes of errors that are equally probable after so many, ascending. Not to be changed. */
  double[] absolute(Power power, int errors) {
    return requireNonNull(atoms.get(power)).get(row(errors)).absolute;
  }

  private static Atoms atoms(Row row) {
    double[] signed = row.signed.stream().mapToDouble(each -> each).toArray();
    double[] absolute = new double[Levels.COUNT];
    Arrays.fill(absolute, row.absolute.get(0));
    for (int distance = 1; distance <= Levels.MEDIAN; distance++) {
      absolute[Levels.MEDIAN + distance] = row.absolute.get(distance);
    }
    return new Atoms(atoms(signed, 0), atoms(absolute, 1));
  }

  /**
   * @param folded 1 if the quantiles above the median are those of sizes, else 0
   */
  private static double[] atoms(double[] quantiles, int folded) {
    double[] atoms = new double[ATOMS];
    for (int i = 0; i < ATOMS; i++) {
      double level = (i + 0.5) / ATOMS;
      atoms[i] = Levels.interpolate(quantiles, folded == 1 ? (1 + level) / 2 : level);
    }
    return atoms;
  }
}
