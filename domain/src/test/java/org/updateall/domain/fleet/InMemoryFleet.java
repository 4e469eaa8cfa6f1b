package org.updateall.domain.fleet;

import io.vavr.control.Either;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.updateall.domain.exchange.TargetRefused;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.Run;
import org.updateall.domain.ledger.ForetoldRun;

/** Keeps what hosts export in memory, for tests: one tree, wherever it is said to be. */
public final class InMemoryFleet implements FleetExport, FleetHistories {

  private final Map<FleetPartition, Month> months = new TreeMap<>(FleetPartition.ORDER);
  private final Map<String, HostTraits> hosts = new HashMap<>();
  private final Map<FleetPartition, FileRefused> damage = new HashMap<>();
  private final List<PartitionReport> strange = new ArrayList<>();

  private record Month(List<Run> runs, List<ForetoldRun> foretold) {

    Month() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  /** From now on, reading that month breaks off after its runs. */
  public void damage(FleetPartition partition, FileRefused refused) {
    damage.put(partition, refused);
  }

  /** From now on, that is in the tree. */
  public void addStrange(PartitionReport report) {
    strange.add(report);
  }

  /** Puts these runs there, whether they belong there or not. */
  public void put(FleetPartition partition, Run... runs) {
    months.put(partition, new Month(new ArrayList<>(List.of(runs)), new ArrayList<>()));
  }

  /** What a host told of itself; none before its first export. */
  public Map<String, HostTraits> hosts() {
    return Map.copyOf(hosts);
  }

  @Override
  public Either<TargetRefused, FleetExport.Draft> begin(Path tree, String host, HostTraits traits) {
    return Either.right(new InMemoryDraft(host, traits));
  }

  @Override
  public Either<FileRefused, Listing> list(Path tree) {
    return months.isEmpty()
        ? Either.left(new FileRefused(tree, "", "there is no such directory", "Name another."))
        : Either.right(new Listing(List.copyOf(months.keySet()), strange));
  }

  @Override
  public <T> Either<FileRefused, T> readRuns(
      Path tree, FleetPartition partition, Function<Iterator<Run>, T> reader) {
    FileRefused refused = damage.get(partition);
    Iterator<Run> runs = month(partition).runs.iterator();
    try {
      return Either.right(reader.apply(refused == null ? runs : new BreakingOff(runs, refused)));
    } catch (Broken e) {
      return Either.left(e.refused);
    }
  }

  @Override
  public Either<FileRefused, Long> readForetold(
      Path tree, FleetPartition partition, Consumer<ForetoldRun> reader) {
    month(partition).foretold.forEach(reader);
    return Either.right((long) month(partition).foretold.size());
  }

  private Month month(FleetPartition partition) {
    return months.getOrDefault(partition, new Month());
  }

  private final class InMemoryDraft implements FleetExport.Draft {

    private final String host;
    private final HostTraits traits;
    private Month atHand = new Month();

    InMemoryDraft(String host, HostTraits traits) {
      this.host = host;
      this.traits = traits;
    }

    @Override
    public void add(Run run) {
      atHand.runs.add(run);
    }

    @Override
    public void add(ForetoldRun foretold) {
      atHand.foretold.add(foretold);
    }

    @Override
    public int finishMonth(YearMonth month) {
      Month done = atHand;
      atHand = new Month();
      return done.equals(months.put(new FleetPartition(month, host), done)) ? 0 : 1;
    }

    @Override
    public void finish(Instant now) {
      hosts.put(host, traits);
    }

    @Override
    public void close() {}
  }

  private static final class Broken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FileRefused refused;

    Broken(FileRefused refused) {
      super(refused.message());
      this.refused = refused;
    }
  }

  private record BreakingOff(Iterator<Run> runs, FileRefused refused) implements Iterator<Run> {

    @Override
    public boolean hasNext() {
      if (!runs.hasNext()) {
        throw new Broken(refused);
      }
      return true;
    }

    @Override
    public Run next() {
      return runs.next();
    }
  }
}
