package org.updateall.cli;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell Prometheus, as it is gathered. What is not known is not told, and so is no
 * series.
 */
final class Measurements {

  /** Whose series are there always, so that no file is empty. */
  private static final String BUILD = "update_all_build";

  private static final double NANOS_PER_SECOND = 1e9;

  private final Map<Metric, GaugeSnapshot.Builder> gauges = new EnumMap<>(Metric.class);

  /**
   * @param labels the values of the metric's labels, in their order
   * @throws IllegalArgumentException if they are not as many
   */
  void add(Metric metric, @Nullable Number value, String... labels) {
    if (labels.length != metric.labels().size()) {
      throw new IllegalArgumentException(
          "%s has the labels %s, not %s"
              .formatted(metric, metric.labels(), Arrays.toString(labels)));
    }
    if (value != null) {
      gauges
          .computeIfAbsent(metric, Measurements::gauge)
          .dataPoint(
              GaugeDataPointSnapshot.builder()
                  .value(value.doubleValue())
                  .labels(Labels.of(metric.labels(), List.of(labels)))
                  .build());
    }
  }

  void add(Metric metric, Option<? extends Number> value, String... labels) {
    add(metric, value.getOrNull(), labels);
  }

  void add(Metric metric, Instant time, String... labels) {
    add(metric, time.getEpochSecond() + time.getNano() / NANOS_PER_SECOND, labels);
  }

  /**
   * All of it in the text format of Prometheus, version 0.0.4: metrics by name, series by labels.
   *
   * @throws IllegalArgumentException if a series was added twice
   */
  String text() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(text, new MetricSnapshots(snapshots()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  private List<MetricSnapshot> snapshots() {
    List<MetricSnapshot> snapshots = new ArrayList<>();
    snapshots.add(
        InfoSnapshot.builder()
            .name(BUILD)
            .help("The version of update-all that tells this.")
            .dataPoint(
                InfoDataPointSnapshot.builder()
                    .labels(Labels.of("version", Version.number()))
                    .build())
            .build());
    gauges.values().forEach(gauge -> snapshots.add(gauge.build()));
    return snapshots;
  }

  private static GaugeSnapshot.Builder gauge(Metric metric) {
    return GaugeSnapshot.builder().name(metric.wireName()).help(metric.meaning());
  }
}
