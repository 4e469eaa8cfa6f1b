package org.updateall.adapters.duckdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.updateall.domain.exchange.ExchangeFormat;
import org.updateall.domain.exchange.ExportChanged;
import org.updateall.domain.exchange.ExportRequest;
import org.updateall.domain.exchange.ExportSurvey;
import org.updateall.domain.exchange.RandomHistory;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.Run;

/**
 * Offers spoiled exports to the import. Every one must be refused in one sentence or be taken in
 * whole; anything else ends this process with a failure. Input number n of a seed is always the
 * same. What was offered last lies in the directory, should the process die of it.
 */
final class FuzzProgram {

  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
  private static final int RUNS = 4;
  private static final String EXPORT = "export";

  private final Path directory;
  private final ExchangeFormat format;
  private final long seed;
  private final Stores stores;
  private final FileExportedHistory exports = new FileExportedHistory();
  private final Map<String, byte[]> originals = new LinkedHashMap<>();
  private HistoryCounts stored = HistoryCounts.NONE;
  private long accepted;
  private long refused;
  private long carriedThrough;

  private FuzzProgram(Path directory, ExchangeFormat format, long seed) {
    this.directory = directory;
    this.format = format;
    this.seed = seed;
    this.stores = new Stores(directory.resolve("store"), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /**
   * Arguments: directory, format, seed, number of the first input, how many inputs, and of how many
   * one is offered to the store.
   */
  public static void main(String[] arguments) throws IOException {
    FuzzProgram program =
        new FuzzProgram(
            Path.of(arguments[0]),
            ExchangeFormat.valueOf(arguments[1]),
            Long.parseLong(arguments[2]));
    program.makeOriginals();
    long first = Long.parseLong(arguments[3]);
    long count = Long.parseLong(arguments[4]);
    long storeEvery = Long.parseLong(arguments[5]);
    for (long number = first; number < first + count; number++) {
      System.out.println("input " + number);
      program.offer(number, storeEvery > 0 && number % storeEvery == 0);
    }
    System.out.println(
        "%s: %d inputs, %d refused, %d taken in, %d offered to the store"
            .formatted(
                program.format, count, program.refused, program.accepted, program.carriedThrough));
  }

  private void makeOriginals() throws IOException {
    Stores source = new Stores(directory.resolve("source"), Clock.fixed(NOW, ZoneOffset.UTC));
    RandomHistory history = new RandomHistory(seed);
    source.history().recordAll(history.runs(RUNS).iterator());
    source.models().saveAll(history.models().subList(0, 2));
    Path original = directory.resolve("original");
    source
        .export()
        .write(new ExportRequest(original, format, HistoryFilter.everything(), false), () -> {})
        .get();
    if (Files.isDirectory(original)) {
      try (Stream<Path> files = Files.list(original)) {
        for (Path file : files.sorted().toList()) {
          originals.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
      }
      Files.createDirectory(directory.resolve(EXPORT));
    } else {
      originals.put("", Files.readAllBytes(original));
    }
    stores.history().recordAll(new RandomHistory(seed + 1).runs(RUNS).iterator());
    stored = stores.history().counts();
  }

  private void offer(long number, boolean toTheStore) throws IOException {
    Random random = new Random(seed * 1_000_003 + number);
    Path export = write(spoiled(random));
    try {
      Either<FileRefused, ExportSurvey> outcome = exports.survey(export, () -> {});
      if (outcome.isRight()) {
        accepted++;
      } else {
        refused++;
        requireOneLine(outcome.getLeft());
      }
      if (toTheStore) {
        carryThrough(export, outcome);
      }
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("input %d of seed %d, %s".formatted(number, seed, format), e);
    }
  }

  private Map<String, byte[]> spoiled(Random random) throws IOException {
    Map<String, byte[]> files = new HashMap<>(originals);
    List<String> names = new ArrayList<>(originals.keySet());
    String name = names.get(random.nextInt(names.size()));
    boolean isText = !name.endsWith(".parquet");
    files.computeIfPresent(name, (key, content) -> new Mutation(random).of(content, isText));
    if (!name.equals(Manifest.FILE_NAME) && random.nextInt(20) > 0) {
      files.computeIfPresent(Manifest.FILE_NAME, (key, content) -> describing(files, content));
    }
    return files;
  }

  /** The manifest with the digests and sizes that the tables have now. */
  private static byte[] describing(Map<String, byte[]> files, byte[] manifest) {
    String text = new String(manifest, UTF_8);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      text =
          text.replaceAll(
              "(\"name\" : \"%s\",\\s*\"bytes\" : )\\d+(,\\s*\"sha256\" : \")\\w+"
                  .formatted(file.getKey()),
              "$1%d$2%s".formatted(file.getValue().length, Sha256.of(file.getValue())));
    }
    return text.getBytes(UTF_8);
  }

  private Path write(Map<String, byte[]> files) throws IOException {
    Path export = directory.resolve(EXPORT);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(
          file.getKey().isEmpty() ? export : export.resolve(file.getKey()), file.getValue());
    }
    return export;
  }

  private static void requireOneLine(FileRefused refusal) {
    String message = refusal.message();
    if (message.contains("\n") || message.contains("Exception") || refusal.reason().isBlank()) {
      throw new AssertionError("no sentence for a user: " + message);
    }
  }

  /**
   * What was accepted must come into the store whole. What was refused is forced on it, as though
   * it had changed after it was surveyed: either all its runs are right, or none may be there.
   */
  private void carryThrough(Path export, Either<FileRefused, ExportSurvey> outcome)
      throws IOException {
    carriedThrough++;
    ExportSurvey survey = outcome.getOrElse(forged(export));
    List<Run> runs = new ArrayList<>();
    try {
      exports.readRuns(survey, stores.history()::recordAll);
      exports.readRuns(
          survey,
          all -> {
            all.forEachRemaining(runs::add);
            return runs;
          });
    } catch (ExportChanged e) {
      if (outcome.isRight()) {
        throw e;
      }
      require(stored.equals(stores.history().counts()), "a part of a refused export is stored");
      return;
    }
    for (Run run : runs) {
      Run found = stores.history().find(run.runId()).get();
      require(found.sameContentAs(run), "a run is not stored as it was read");
    }
    stores.history().delete(runs.stream().map(Run::runId).toList());
    require(stored.equals(stores.history().counts()), "more is stored than was read");
  }

  private ExportSurvey forged(Path export) throws IOException {
    Path digested = Files.isDirectory(export) ? export.resolve(Manifest.FILE_NAME) : export;
    return new ExportSurvey(
        export, format, NOW, HistoryCounts.NONE, 0, Sha256.of(Files.readAllBytes(digested)));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
