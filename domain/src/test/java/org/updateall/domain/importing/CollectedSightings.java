package org.updateall.domain.importing;

import java.util.ArrayList;
import java.util.List;

/** Keeps what an importer hands on. */
public final class CollectedSightings implements SightingSink {

  private final List<Sighting> sightings = new ArrayList<>();
  private final List<SkippedRecord> skipped = new ArrayList<>();

  /** Everything that an importer reads on that machine. */
  public static CollectedSightings of(HistoryImporter importer, SourceMachine machine) {
    CollectedSightings collected = new CollectedSightings();
    importer.read(machine, null, collected);
    return collected;
  }

  @Override
  public void take(Sighting sighting) {
    sightings.add(sighting);
  }

  @Override
  public void skip(SkippedRecord record) {
    skipped.add(record);
  }

  /** In the order in which they came. */
  public List<Sighting> sightings() {
    return List.copyOf(sightings);
  }

  /** In the order in which they came. */
  public List<SkippedRecord> skipped() {
    return List.copyOf(skipped);
  }

  /** The identities of what came, in that order. */
  public List<String> nativeIds() {
    return sightings.stream().map(Sighting::nativeId).toList();
  }
}
