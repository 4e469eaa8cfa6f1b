package org.updateall.domain.fleet;

import io.vavr.control.Either;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.Run;
import org.updateall.domain.ledger.ForetoldRun;

/** Port: reads the histories that hosts have exported into a tree. Reads only. */
public interface FleetHistories {

  /**
   * Which months of which hosts there are.
   *
   * @return the refusal, if there is no such directory, or it has no table of such a tree
   */
  Either<FileRefused, Listing> list(Path tree);

  /**
   * Hands the runs of a month of a host to a reader, oldest first, in bounded memory. What the
   * reader throws is passed on as it is.
   *
   * @return what the reader makes of them; the refusal, if a file is missing or cannot be read, of
   *     a newer version, or not as it was written, which may show after the first runs
   */
  <T> Either<FileRefused, T> readRuns(
      Path tree, FleetPartition partition, Function<Iterator<Run>, T> reader);

  /**
   * Hands what was foretold of the runs of a month of a host to a reader. What the reader throws is
   * passed on as it is.
   *
   * @return how many runs it was foretold of; the refusal as in {@link #readRuns}
   */
  Either<FileRefused, Long> readForetold(
      Path tree, FleetPartition partition, Consumer<ForetoldRun> reader);

  /**
   * What a tree has.
   *
   * @param partitions by {@link FleetPartition#ORDER}
   * @param strange what has a place in it and is no partition, reported
   */
  record Listing(List<FleetPartition> partitions, List<PartitionReport> strange) {

    public Listing {
      partitions = List.copyOf(partitions);
      strange = List.copyOf(strange);
    }
  }
}
