package org.updateall.adapters.jsonlegacy;

import io.vavr.control.Option;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.LegacyReading;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;

/**
 * A history.json as it was at one moment: its text, and where in it each record stands. Runs are
 * read out of the text when they are asked for, so that memory holds little more than the text. Of
 * several records of one identity the last counts; records that cannot be read count for nothing,
 * and are kept.
 */
final class HistoryDocument {

  private static final Comparator<Entry> OLDEST_FIRST =
      Comparator.comparing((Entry entry) -> entry.run().start())
          .thenComparing(entry -> entry.run().runId());

  private final byte @Nullable [] source;
  private final byte[] json;
  private final List<Place> places;
  private final Map<RunId, Entry> entries;
  private final RunRecords records;

  private HistoryDocument(
      byte @Nullable [] source, List<Place> places, Map<RunId, Entry> entries, RunRecords records) {
    this.source = source;
    this.json = source == null ? new byte[0] : source;
    this.places = places;
    this.entries = entries;
    this.records = records;
  }

  /** What is remembered of a run. */
  record RunOutline(RunId runId, Instant start, HistoryCounts counts) {

    static RunOutline of(Run run) {
      return new RunOutline(run.runId(), run.startTime(), HistoryCounts.of(run));
    }
  }

  /**
   * Where a record stands.
   *
   * @param run what it says; absent where it cannot be read
   */
  record Place(int start, int end, @Nullable RunOutline run) {}

  /** The record that counts for a run. */
  record Entry(Place place, RunOutline run) {}

  /** A history that is not there yet. */
  static HistoryDocument empty(LegacyReading reading) {
    return new HistoryDocument(null, List.of(), Map.of(), new RunRecords(reading));
  }

  /**
   * @throws BrokenFileException if the text is not an old history from beginning to end
   */
  static HistoryDocument of(byte[] json, LegacyReading reading) throws IOException {
    List<Place> places = new ArrayList<>();
    Map<RunId, Entry> entries = new HashMap<>();
    for (Place place : places(json, new RunReader(reading))) {
      places.add(place);
      RunOutline run = place.run();
      if (run != null) {
        entries.put(run.runId(), new Entry(place, run));
      }
    }
    return new HistoryDocument(json, places, entries, new RunRecords(reading));
  }

  /** Whether this was made of the same text; null stands for none. */
  boolean isOf(byte @Nullable [] text) {
    return Arrays.equals(source, text);
  }

  /** Where every record stands, in the order of the text. */
  List<Place> places() {
    return places;
  }

  /** The record at that place as it is written. */
  byte[] record(Place place) {
    return Arrays.copyOfRange(json, place.start(), place.end());
  }

  /** The record that counts for a run. */
  Option<Entry> entry(RunId runId) {
    return Option.of(entries.get(runId));
  }

  Run run(Entry entry) throws IOException {
    return records.run(record(entry.place()));
  }

  Option<Run> find(RunId runId) throws IOException {
    Entry entry = entries.get(runId);
    return entry == null ? Option.none() : Option.some(run(entry));
  }

  /** The records that count, those of the oldest runs first, then by identity. */
  Stream<Entry> oldestFirst() {
    return entries.values().stream().sorted(OLDEST_FIRST);
  }

  /** The records that count, those of the newest runs first. */
  Stream<Entry> newestFirst() {
    return entries.values().stream().sorted(OLDEST_FIRST.reversed());
  }

  HistoryCounts counts() {
    return entries.values().stream()
        .map(entry -> entry.run().counts())
        .reduce(HistoryCounts.NONE, HistoryCounts::plus);
  }

  long unreadable() {
    return places.stream().filter(place -> place.run() == null).count();
  }

  private static List<Place> places(byte[] json, RunReader reader) throws IOException {
    List<Place> places = new ArrayList<>();
    try (RecordStream stream = RecordStream.of(json)) {
      Option<RawRecord> record = stream.next();
      while (record.isDefined()) {
        RunOutline run = reader.read(record.get()).fold(unread -> null, RunOutline::of);
        long start = record.get().offset();
        record = stream.next();
        long bound = record.map(RawRecord::offset).getOrElse(stream::endOffset);
        places.add(new Place((int) start, Children.end(json, (int) bound), run));
      }
    }
    return places;
  }
}
