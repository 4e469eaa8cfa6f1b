package org.updateall.adapters.duckdb;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.adapters.duckdb.SpoolJson.Marker;
import org.updateall.adapters.duckdb.SpoolName.Kind;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import org.updateall.domain.journal.RunUnderWay;
import org.updateall.domain.journal.Settlement.SetAside;
import org.updateall.domain.ledger.ForetoldRun;

/**
 * The directory beside a database in which runs wait for it, and what was foretold of them.
 *
 * <pre>
 * run-ORDER-PROCESS-NUMBER.json        a run that was accepted, and is to be stored in this order
 * foretold-ORDER-PROCESS-NUMBER.json   what was foretold of a run, likewise
 * underway-RUN.json                    a run that is under way, as far as it has come, and its process
 * draft-PROCESS-NUMBER.tmp             any of them while it is written
 * bad/                                 what could not be read
 * </pre>
 *
 * <p>A file is written as a draft, brought to the disk, and renamed; then the directory is brought
 * to the disk. So under its own name a file is whole, and it stays. Anybody may add files at any
 * time; whoever holds the lock of the database, and nobody else, takes them away. Names are unique,
 * so nobody overwrites anything but a marker of the same run.
 *
 * <p>A new file gets an order above all that wait, and above the marker of its run, whatever the
 * clock says: an accepted run removes the marker that is older than it, in whatever moment a
 * process ends.
 */
final class Spool {

  private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
  private static final AtomicLong NUMBERS = new AtomicLong();

  private static final String MARKER = "underway-";
  private static final String DRAFT = "draft-";
  private static final String DRAFT_END = ".tmp";
  private static final Pattern DRAFT_FORM = Pattern.compile("draft-(.+)-\\d+\\.tmp");
  private static final Comparator<RunUnderWay> OLDEST_FIRST =
      Comparator.comparing((RunUnderWay each) -> each.run().startTime())
          .thenComparing(each -> each.run().runId());

  private final Path directory;
  private final Processes processes;
  private final Clock clock;

  Spool(Path directory, Processes processes, Clock clock) {
    this.directory = directory;
    this.processes = processes;
    this.clock = clock;
  }

  /** Makes a run safe that is to be stored. */
  SpoolName accept(Run run) throws IOException {
    Path draft = draft(SpoolJson.accepted(run));
    SpoolName name = name(Kind.RUN, orderAfter(run.runId()));
    publish(draft, directory.resolve(name.fileName()));
    withdraw(run.runId());
    return name;
  }

  /** Makes it safe what was foretold of a run. */
  SpoolName accept(ForetoldRun foretold) throws IOException {
    Path draft = draft(SpoolJson.foretold(foretold));
    SpoolName name = name(Kind.FORETOLD, orderAfterAll());
    publish(draft, directory.resolve(name.fileName()));
    return name;
  }

  /** Makes it safe how far a run of this process has come. */
  void note(Run run) throws IOException {
    RunUnderWay underWay = new RunUnderWay(run, processes.self());
    Path draft = draft(SpoolJson.underWay(new Marker(underWay, orderAfter(run.runId()))));
    publish(draft, marker(run.runId()));
  }

  void withdraw(RunId runId) throws IOException {
    if (Files.deleteIfExists(marker(runId))) {
      PrivateFiles.bringNamesToDisk(directory);
    }
  }

  /** Whether there is anything to store, or to set aside. */
  boolean hasWork() throws IOException {
    return !waiting().isEmpty() || markers().anyMatch(this::needsSettling);
  }

  /** The files of that kind, in their order. */
  List<SpoolName> waiting(Kind kind) throws IOException {
    return waiting().stream().filter(name -> name.kind() == kind).toList();
  }

  private List<SpoolName> waiting() throws IOException {
    return names().flatMap(name -> SpoolName.read(name).toJavaStream()).sorted().toList();
  }

  /** The run of a file; none if it is unreadable, and so is set aside, or cannot be read now. */
  Option<Run> run(SpoolName name, Consumer<SetAside> report) {
    return content(
        directory.resolve(name.fileName()),
        SpoolJson::accepted,
        (file, reason) -> report.accept(setAside(file, reason)));
  }

  /** What was foretold, of a file; none as with {@link #run}. */
  Option<ForetoldRun> foretold(SpoolName name, Consumer<SetAside> report) {
    return content(
        directory.resolve(name.fileName()),
        SpoolJson::foretold,
        (file, reason) -> report.accept(setAside(file, reason)));
  }

  /** The runs that are under way, or were so when their process ended; oldest first. */
  List<RunUnderWay> underWay() throws IOException {
    return markers()
        .flatMap(file -> content(file, SpoolJson::underWay, Spool::leave).toJavaStream())
        .map(Marker::underWay)
        .sorted(OLDEST_FIRST)
        .toList();
  }

  /** Those of the runs under way whose process is known to have ended; oldest first. */
  List<RunUnderWay> abandoned(Consumer<SetAside> report) throws IOException {
    return markers()
        .flatMap(
            file ->
                content(
                        file,
                        SpoolJson::underWay,
                        (path, reason) -> report.accept(setAside(path, reason)))
                    .toJavaStream())
        .map(Marker::underWay)
        .filter(each -> processes.hasEnded(each.process()))
        .sorted(OLDEST_FIRST)
        .toList();
  }

  /**
   * Takes away the files of runs that are stored, in their order, so that none is left that is
   * older than one that is gone; before each the marker of its run, if that is older.
   */
  void forget(Map<SpoolName, Run> stored) throws IOException {
    for (Map.Entry<SpoolName, Run> each : stored.entrySet()) {
      Path marker = marker(each.getValue().runId());
      if (order(marker) < each.getKey().order()) {
        Files.deleteIfExists(marker);
      }
      Files.deleteIfExists(directory.resolve(each.getKey().fileName()));
    }
    PrivateFiles.bringNamesToDisk(directory);
  }

  /** Takes away the files of what was foretold and is stored. */
  void forgetForetold(Collection<SpoolName> stored) throws IOException {
    for (SpoolName name : stored) {
      Files.deleteIfExists(directory.resolve(name.fileName()));
    }
    PrivateFiles.bringNamesToDisk(directory);
  }

  /** Takes away the drafts that processes left half-written when they ended. */
  void removeDraftsOfTheDead() throws IOException {
    List<Path> left = names().filter(this::isDraftOfTheDead).map(directory::resolve).toList();
    for (Path draft : left) {
      Files.deleteIfExists(draft);
    }
  }

  private Path draft(byte[] content) throws IOException {
    PrivateFiles.createDirectories(directory);
    Path draft = directory.resolve(DRAFT + token() + "-" + NUMBERS.incrementAndGet() + DRAFT_END);
    try {
      PrivateFiles.write(draft, content);
      return draft;
    } catch (Throwable e) {
      Files.deleteIfExists(draft);
      throw e;
    }
  }

  private void publish(Path draft, Path file) throws IOException {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (Throwable e) {
      Files.deleteIfExists(draft);
      throw e;
    }
    PrivateFiles.bringNamesToDisk(directory);
  }

  private ProcessToken token() {
    return ProcessToken.of(processes.self());
  }

  /** Above all that wait, and above the marker of that run. */
  private long orderAfter(RunId runId) throws IOException {
    return Math.max(orderAfterAll(), 1 + order(marker(runId)));
  }

  private long orderAfterAll() throws IOException {
    long greatest = waiting().stream().mapToLong(SpoolName::order).max().orElse(-1);
    return Math.max(clock.millis(), 1 + greatest);
  }

  private SpoolName name(Kind kind, long order) {
    return SpoolName.of(kind, order, token(), NUMBERS.incrementAndGet());
  }

  /** The order of a marker; none at all if there is no such marker. */
  private long order(Path marker) {
    return content(marker, SpoolJson::underWay, Spool::leave).map(Marker::order).getOrElse(-1L);
  }

  private Path marker(RunId runId) {
    return directory.resolve(MARKER + runId + ".json");
  }

  private Stream<Path> markers() throws IOException {
    return names()
        .filter(name -> name.startsWith(MARKER) && name.endsWith(".json"))
        .map(directory::resolve);
  }

  /** Whether a marker is unreadable, or its process is known to have ended. */
  private boolean needsSettling(Path marker) {
    AtomicBoolean unreadable = new AtomicBoolean();
    return content(marker, SpoolJson::underWay, (file, reason) -> unreadable.set(true))
            .exists(each -> processes.hasEnded(each.underWay().process()))
        || unreadable.get();
  }

  private boolean isDraftOfTheDead(String name) {
    Matcher matcher = DRAFT_FORM.matcher(name);
    return matcher.matches()
        && ProcessToken.read(matcher.group(1)).exists(token -> token.hasEnded(processes));
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    } catch (NoSuchFileException e) {
      return Stream.empty();
    }
  }

  /** What is read of a file; none if it is gone, or unreadable, or may not be read by this user. */
  private static <T> Option<T> content(
      Path file, Function<byte[], T> reader, BiConsumer<Path, String> unreadable) {
    try {
      return Option.some(reader.apply(Files.readAllBytes(file)));
    } catch (NoSuchFileException e) {
      return Option.none();
    } catch (IOException e) {
      LOG.warn("{} cannot be read now, and is left where it is", file, e);
      return Option.none();
    } catch (IllegalArgumentException e) {
      unreadable.accept(file, String.valueOf(e.getMessage()));
      return Option.none();
    }
  }

  /** Who does not hold the lock takes nothing away. */
  private static void leave(Path file, String reason) {
    LOG.debug("{} is unreadable: {}", file, reason);
  }

  private SetAside setAside(Path file, String reason) {
    try {
      Path bad = directory.resolve("bad");
      PrivateFiles.createDirectories(bad);
      Path moved = freeName(bad, file.getFileName().toString());
      Files.move(file, moved);
      LOG.warn("{} is unreadable and was set aside: {}", moved, reason);
      return new SetAside(moved, reason);
    } catch (IOException e) {
      LOG.warn("{} is unreadable, and could not be set aside: {}", file, reason, e);
      return new SetAside(file, reason);
    }
  }

  private static Path freeName(Path directory, String name) {
    Path free = directory.resolve(name);
    for (int number = 2; Files.exists(free); number++) {
      free = directory.resolve(name + "." + number);
    }
    return free;
  }
}
