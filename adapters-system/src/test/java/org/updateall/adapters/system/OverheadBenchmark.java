package org.updateall.adapters.system;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.OutputListener;

/**
 * Measures what being measured costs a command: {@code true} and {@code sleep 0.2}, bare and
 * metered by turns, medians and the slowest tenth. Started by hand.
 */
final class OverheadBenchmark {

  private static final int ROUNDS = 60;
  private static final int WARM_UP = 10;

  private OverheadBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    for (List<String> words : List.of(List.of("/bin/true"), List.of("/bin/sleep", "0.2"))) {
      compare("all methods", Runners.HERE, words);
      compare("without cgroup", Runners.WITHOUT_CGROUPS, words);
    }
  }

  /** The median of what a metered run takes beyond a bare one, in milliseconds. */
  static double overheadMillis(Machine machine, List<String> words, int rounds)
      throws IOException, InterruptedException {
    double[] bare = new double[rounds];
    double[] metered = new double[rounds];
    measure(machine, words, bare, metered);
    return quantile(metered, 0.5) - quantile(bare, 0.5);
  }

  private static void compare(String name, Machine machine, List<String> words) throws Exception {
    measure(machine, words, new double[WARM_UP], new double[WARM_UP]);
    double[] bare = new double[ROUNDS];
    double[] metered = new double[ROUNDS];
    measure(machine, words, bare, metered);
    System.out.printf(
        "%-24s %-15s bare %6.1f ms, metered %6.1f ms, 90 %% of metered below %6.1f ms%n",
        String.join(" ", words),
        name,
        quantile(bare, 0.5),
        quantile(metered, 0.5),
        quantile(metered, 0.9));
  }

  private static void measure(Machine machine, List<String> words, double[] bare, double[] metered)
      throws IOException, InterruptedException {
    ShellMeteredRunner runner = Runners.on(machine);
    for (int i = 0; i < bare.length; i++) {
      long start = System.nanoTime();
      Process process = new ProcessBuilder(words).start();
      process.getInputStream().readAllBytes();
      process.waitFor();
      bare[i] = (System.nanoTime() - start) / 1e6;
      start = System.nanoTime();
      runner.run(Command.of(words), OutputListener.NONE);
      metered[i] = (System.nanoTime() - start) / 1e6;
    }
  }

  private static double quantile(double[] times, double level) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[(int) (level * (sorted.length - 1))];
  }
}
