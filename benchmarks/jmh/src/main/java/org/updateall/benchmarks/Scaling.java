package org.updateall.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainingSeries;

/** How the processor time of training grows with the points of a series, and with series. */
final class Scaling {

  private static final int[] POINTS = {30, 100, 300, 1_000, 3_000, 10_000};
  private static final int[] SERIES = {1, 10, 100, 1_000};
  private static final int POINTS_OF_EACH = 60;
  private static final int WARM_UP = 60;
  private static final double BUDGET_SECONDS = 6;
  private static final int MOST_REPETITIONS = 21;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final ModelTrainer trainer = Forecasters.trainer();

  private Scaling() {}

  static String measured() {
    Scaling scaling = new Scaling();
    IntStream.range(0, WARM_UP)
        .forEach(i -> scaling.train(List.of(ExampleSeries.of(Target.WALL_CLOCK, 300))));
    return TimesTable.Machine.described("scaling")
        + "\n\n"
        + scaling.table("points", POINTS, n -> List.of(ExampleSeries.of(Target.WALL_CLOCK, n)))
        + "\n"
        + scaling.table("series", SERIES, Scaling::ofManyPlugins);
  }

  private static List<TrainingSeries> ofManyPlugins(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> ExampleSeries.of("plugin" + i, Target.WALL_CLOCK, POINTS_OF_EACH))
        .toList();
  }

  /** What there is to train, for so many. */
  private interface Work {
    List<TrainingSeries> of(int count);
  }

  private String table(String what, int[] counts, Work work) {
    double[] millis = new double[counts.length];
    Arrays.setAll(millis, i -> median(work.of(counts[i])));
    StringBuilder text =
        new StringBuilder(
            "| "
                + what
                + " | processor time | for each | grows as n to the |\n|---:|---:|---:|---:|\n");
    for (int i = 0; i < counts.length; i++) {
      String slope =
          i == 0 ? "" : String.format(Locale.ROOT, "%.2f", slope(counts, millis, i - 1, i + 1));
      text.append(
          String.format(
              Locale.ROOT,
              "| %,d | %,.1f ms | %.2f ms | %s |%n",
              counts[i],
              millis[i],
              millis[i] / counts[i],
              slope));
    }
    return text.append(
            String.format(
                Locale.ROOT,
                "%nOver all rows time grows as n to the %.2f (least squares on logarithms).%n",
                slope(counts, millis, 0, counts.length)))
        .toString();
  }

  /** By least squares on logarithms, over some of the rows. */
  private static double slope(int[] counts, double[] millis, int from, int to) {
    double meanX =
        IntStream.range(from, to).mapToDouble(i -> Math.log(counts[i])).average().orElse(0);
    double meanY =
        IntStream.range(from, to).mapToDouble(i -> Math.log(millis[i])).average().orElse(0);
    double products = 0;
    double squares = 0;
    for (int i = from; i < to; i++) {
      double x = Math.log(counts[i]) - meanX;
      products += x * (Math.log(millis[i]) - meanY);
      squares += x * x;
    }
    return products / squares;
  }

  private double median(List<TrainingSeries> series) {
    double[] times = new double[MOST_REPETITIONS];
    int done = 0;
    double spent = 0;
    while (done < MOST_REPETITIONS && (done < 1 || spent < BUDGET_SECONDS * 1e3)) {
      long begin = THREADS.getCurrentThreadCpuTime();
      train(series);
      times[done] = (THREADS.getCurrentThreadCpuTime() - begin) / 1e6;
      spent += times[done++];
    }
    double[] sorted = Arrays.copyOf(times, done);
    Arrays.sort(sorted);
    return sorted[done / 2];
  }

  private void train(List<TrainingSeries> series) {
    series.forEach(each -> ExampleSeries.trained(trainer, each));
  }
}
