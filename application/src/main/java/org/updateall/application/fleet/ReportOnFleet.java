package org.updateall.application.fleet;

import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updateall.application.Progress;
import org.updateall.domain.fleet.FleetForecasts;
import org.updateall.domain.fleet.ParkForecaster;
import org.updateall.domain.fleet.ParkPlan;
import org.updateall.domain.fleet.PartitionReport;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.FileRefused;

/**
 * Use case: show a fleet as its forecasts do: which hosts and plugins there are, what is unusual,
 * and what updating all of it will take.
 */
public final class ReportOnFleet {

  private static final Comparator<FleetOutlier> FARTHEST_FIRST =
      Comparator.<FleetOutlier>comparingDouble(outlier -> -Math.abs(outlier.score()))
          .thenComparing(FleetOutlier::host)
          .thenComparing(outlier -> outlier.kind().target())
          .thenComparing(outlier -> String.valueOf(outlier.kind().plugin()));

  private final FleetForecasts forecasts;
  private final ParkForecaster forecaster;

  public ReportOnFleet(FleetForecasts forecasts, ParkForecaster forecaster) {
    this.forecasts = forecasts;
    this.forecaster = forecaster;
  }

  /**
   * @return the refusal, if there is no output of a training, or a file of it is damaged
   */
  public Either<FileRefused, FleetReport> report(FleetReportRequest request, Progress progress) {
    return forecasts
        .partitions(request.output())
        .flatMap(partitions -> gather(request, partitions, progress));
  }

  private Either<FileRefused, FleetReport> gather(
      FleetReportRequest request, List<PartitionReport> partitions, Progress progress) {
    GatheredPark park = new GatheredPark(forecaster, correlationOfPlugins(request));
    List<FleetOutlier> outliers = new ArrayList<>();
    for (Target target : Target.values()) {
      Either<FileRefused, Long> read = gather(request, target, park, outliers, progress);
      if (read.isLeft()) {
        return Either.left(read.getLeft());
      }
    }
    return Either.right(
        report(request, partitions, park, farthestOfEachPlugin(outliers), progress));
  }

  /** The measures of a plugin on a host are seldom unusual alone; one of them stands for all. */
  private static List<FleetOutlier> farthestOfEachPlugin(List<FleetOutlier> outliers) {
    Set<List<Object>> seen = new HashSet<>();
    return outliers.stream()
        .sorted(FARTHEST_FIRST)
        .filter(each -> seen.add(List.of(each.host(), String.valueOf(each.kind().plugin()))))
        .toList();
  }

  private Either<FileRefused, Long> gather(
      FleetReportRequest request,
      Target target,
      GatheredPark park,
      List<FleetOutlier> outliers,
      Progress progress) {
    KindOutliers kinds = new KindOutliers();
    progress.begin("Reading forecasts", Progress.UNKNOWN);
    try {
      Either<FileRefused, Long> read =
          forecasts.visit(
              request.output(),
              target,
              forecast -> {
                park.add(target, forecast);
                kinds.add(forecast);
                progress.advance();
              });
      park.end(target);
      outliers.addAll(kinds.found());
      return read;
    } finally {
      progress.end();
    }
  }

  private static double correlationOfPlugins(FleetReportRequest request) {
    return request.correlation() == null ? ParkPlan.ASSUMED_CORRELATION : request.correlation();
  }

  private FleetReport report(
      FleetReportRequest request,
      List<PartitionReport> partitions,
      GatheredPark park,
      List<FleetOutlier> outliers,
      Progress progress) {
    progress.begin("Forecasting the park", Progress.UNKNOWN);
    try {
      ParkPlan plan = new ParkPlan(park.hosts(), 1, request.order(), correlation(request, park));
      @Nullable Integer enough = enough(request, plan);
      return new FleetReport(
          request.level(),
          park.summary(),
          park.plugins(),
          outliers.subList(0, Math.min(request.top(), outliers.size())),
          outliers.size(),
          forecaster.forecast(plan.withAtATime(atATime(request, enough))),
          request.window(),
          enough,
          partitions.size(),
          partitions.stream().filter(each -> !each.isWhole()).toList());
    } finally {
      progress.end();
    }
  }

  private double correlation(FleetReportRequest request, GatheredPark park) {
    return request.correlation() == null
        ? forecaster.correlation(park.days(), ParkPlan.ASSUMED_CORRELATION)
        : request.correlation();
  }

  private @Nullable Integer enough(FleetReportRequest request, ParkPlan plan) {
    Duration window = request.window();
    return window == null
        ? null
        : forecaster.enoughAtATime(plan, window.toMillis() / 1000.0, request.level()).getOrNull();
  }

  private static int atATime(FleetReportRequest request, @Nullable Integer enough) {
    if (request.atATime() != null) {
      return request.atATime();
    }
    return enough == null ? FleetReportRequest.AT_A_TIME : enough;
  }
}
