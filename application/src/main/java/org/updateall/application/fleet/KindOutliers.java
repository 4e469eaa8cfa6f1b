package org.updateall.application.fleet;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.fleet.FleetForecast;
import org.updateall.domain.fleet.HostProfile;
import org.updateall.domain.fleet.PriorClass;
import org.updateall.domain.fleet.SizeClass;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.SampleQuantile;

/**
 * Finds the hosts whose forecast lies far outside those of its kind, by the modified score on the
 * logarithmic scale (Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993, section 3.3).
 * The kind is the narrowest of {@link PriorClass#of} that has enough hosts.
 *
 * <pre>
 * y    the logarithm of the median of a forecast that rests on runs of its own
 * m    the median of y over the kind
 * MAD  the median of |y - m| over the kind, at least 0.05
 * M  = 0.6745 (y - m) / MAD                  an outlier where |M| is above 3.5
 * </pre>
 *
 * <p>Because of the least MAD, what is within a factor of 1.3 of its kind is never one.
 */
final class KindOutliers {

  static final double THRESHOLD = 3.5;

  private static final double NORMAL_QUARTILE = 0.6745;
  private static final double LEAST_DEVIATION = 0.05;
  private static final int LEAST_HOSTS = 8;

  private final Map<PriorClass, List<Double>> logarithms = new HashMap<>();
  private final Map<PriorClass, PriorClass> known = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(String host, List<PriorClass> kinds, double logarithm) {}

  private record Middle(int members, double median, double deviation) {}

  void add(FleetForecast forecast) {
    Option<Target> target = Target.fromWireName(forecast.target());
    if (forecast.runs() == 0 || !(forecast.point() > 0) || target.isEmpty()) {
      return;
    }
    double logarithm = Math.log(forecast.point());
    List<PriorClass> kinds = kinds(forecast, target.get());
    kinds.forEach(
        kind -> logarithms.computeIfAbsent(kind, unused -> new ArrayList<>()).add(logarithm));
    entries.add(new Entry(forecast.host(), kinds, logarithm));
  }

  /** From the narrowest to all hosts with that plugin; equal ones are the same object. */
  private List<PriorClass> kinds(FleetForecast forecast, Target target) {
    SizeClass size = SizeClass.fromWireName(forecast.sizeClass()).getOrElse(SizeClass.UNKNOWN);
    HostProfile profile = new HostProfile(forecast.operatingSystem(), size);
    return PriorClass.of(new PluginName(forecast.pluginName()), target, profile).stream()
        .filter(kind -> kind.plugin() != null)
        .map(kind -> requireNonNull(known.computeIfAbsent(kind, each -> each)))
        .toList();
  }

  /** In no particular order. */
  List<FleetOutlier> found() {
    Map<PriorClass, Middle> middles = new HashMap<>();
    logarithms.forEach(
        (kind, values) -> {
          if (values.size() >= LEAST_HOSTS) {
            middles.put(kind, middle(values));
          }
        });
    return entries.stream().flatMap(entry -> outlier(entry, middles)).toList();
  }

  private static Middle middle(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
    double median = SampleQuantile.of(sorted, 0.5);
    double[] distances =
        Arrays.stream(sorted).map(value -> Math.abs(value - median)).sorted().toArray();
    return new Middle(
        sorted.length, median, Math.max(LEAST_DEVIATION, SampleQuantile.of(distances, 0.5)));
  }

  private static Stream<FleetOutlier> outlier(Entry entry, Map<PriorClass, Middle> middles) {
    @Nullable PriorClass kind =
        entry.kinds().stream().filter(middles::containsKey).findFirst().orElse(null);
    if (kind == null) {
      return Stream.empty();
    }
    Middle middle = Objects.requireNonNull(middles.get(kind));
    double score = NORMAL_QUARTILE * (entry.logarithm() - middle.median()) / middle.deviation();
    return Math.abs(score) > THRESHOLD
        ? Stream.of(
            new FleetOutlier(
                entry.host(),
                kind,
                middle.members(),
                Math.exp(entry.logarithm()),
                Math.exp(middle.median()),
                score))
        : Stream.empty();
  }
}
