package org.updateall.modeling;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.updateall.domain.fleet.SyntheticFleet;
import org.updateall.domain.forecast.PriorLearner;
import org.updateall.domain.forecast.SeriesEvidence;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.modeling.NewHosts.Compared;
import org.updateall.modeling.NewHosts.Member;

/**
 * What priors of a fleet are worth to new hosts, as tables: on a fleet that never was, and on the
 * tables of a folder where one is named. Not run by the build; {@code benchmarks/fleet-priors}
 * does.
 */
final class FleetPriorsBenchmark {

  private static final int[] RUNS = {3, 8, 15, 1};
  private static final int WINDOWS = 4;
  private static final int FROM_MODEL = 5;

  private FleetPriorsBenchmark() {}

  /**
   * @param arguments a folder of tables; none for the synthetic fleet alone
   */
  public static void main(String[] arguments) {
    List<Member> fleet = NewHostsOfFleet.of(SyntheticFleet.of(7, 96, 5, 60));
    if (arguments.length < 2) {
      print("synthetic fleet, 96 hosts", fleet, 1);
    }
    if (arguments.length > 0 && Files.isDirectory(Path.of(arguments[0]))) {
      print("recorded series", NewHostsOfSources.of(Path.of(arguments[0])), WINDOWS);
    }
    printCosts(fleet);
  }

  private static void print(String title, List<Member> members, int windows) {
    NewHosts hosts = new NewHosts(members);
    System.out.printf("%n%s%n%n", title);
    System.out.println("| runs | of | forecasts | score | coverage without | coverage with |");
    System.out.println("|---:|---|---:|---:|---:|---:|");
    for (int runs : RUNS) {
      Map<String, Compared> byGroup =
          hosts.compared(runs, runs < FROM_MODEL ? 2 * windows : windows);
      byGroup.forEach(
          (group, compared) ->
              row(
                  runs,
                  group,
                  compared.count(),
                  compared.ratio(),
                  compared.without().coverage(),
                  compared.with().coverage()));
      row(
          runs,
          "all",
          byGroup.values().stream().mapToInt(Compared::count).sum(),
          NewHosts.ratio(byGroup),
          NewHosts.coverage(byGroup, false),
          NewHosts.coverage(byGroup, true));
    }
  }

  private static void row(
      int runs, String group, int count, double ratio, double without, double with) {
    System.out.printf(
        Locale.ROOT,
        "| %d | %s | %d | %.3f | %.1f %% | %.1f %% |%n",
        runs,
        group,
        count,
        ratio,
        100 * without,
        100 * with);
  }

  private static void printCosts(List<Member> members) {
    PriorLearner learner = new PrequentialPriorLearner();
    long begin = System.nanoTime();
    List<SeriesEvidence> evidence =
        members.stream()
            .flatMap(
                each -> learner.evidence(each.series(), TrainingOptions.defaults()).toJavaStream())
            .toList();
    long pooling = System.nanoTime();
    int length = learner.pool(evidence).get().document().length();
    long end = System.nanoTime();
    System.out.printf(
        Locale.ROOT,
        "%nevidence of a series: %.2f ms, %d characters; a prior of %d: %.0f ms, %d characters%n",
        (pooling - begin) / 1e6 / evidence.size(),
        evidence.stream().mapToInt(each -> each.document().length()).sum() / evidence.size(),
        evidence.size(),
        (end - pooling) / 1e6,
        length);
  }
}
