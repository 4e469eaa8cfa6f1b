package org.updateall.application.importing;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.Detection.State;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.Sighting;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SkippedRecord;

/** Reads one source, and keeps what it tells. */
final class SourceReading implements SightingSink {

  private static final Logger LOG = LoggerFactory.getLogger(SourceReading.class);

  private final HistoryImporter importer;
  private final SystemImportRequest request;
  private final List<Sighting> sightings = new ArrayList<>();
  private final List<SkippedRecord> skipped = new ArrayList<>();
  private Detection detection = Detection.absent();
  private long skippedCount;
  private @Nullable String failure;

  private SourceReading(HistoryImporter importer, SystemImportRequest request) {
    this.importer = importer;
    this.request = request;
  }

  /** What a source tells, as far as it can be read. */
  static SourceReading of(HistoryImporter importer, SystemImportRequest request) {
    SourceReading reading = new SourceReading(importer, request);
    reading.read();
    return reading;
  }

  private void read() {
    try {
      detection = importer.detect(request.machine());
      if (detection.state() == State.FOUND) {
        importer.read(request.machine(), request.since(), this);
      }
    } catch (UncheckedIOException e) {
      failure = "it can no longer be read: " + e.getMessage();
      LOG.atWarn().setCause(e).log("source {} could not be read", importer.id());
    } catch (RuntimeException defect) {
      // An importer may be anybody's; its defect must not keep the others from being read.
      failure = "its reader failed: " + defect;
      LOG.atError().setCause(defect).log("importer {} failed", importer.id());
    }
  }

  List<Sighting> sightings() {
    return sightings;
  }

  SourceReport report() {
    return new SourceReport(
        importer.id(),
        importer.description(),
        detection,
        sightings.size(),
        skippedCount,
        skipped,
        failure);
  }

  @Override
  public void take(Sighting sighting) {
    if (request.since() == null || !sighting.start().isBefore(request.since())) {
      sightings.add(sighting);
    }
  }

  @Override
  public void skip(SkippedRecord record) {
    skippedCount++;
    if (skipped.size() < SourceReport.MAX_SKIPPED) {
      skipped.add(record);
    }
  }
}
