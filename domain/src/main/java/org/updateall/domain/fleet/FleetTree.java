package org.updateall.domain.fleet;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Port: reads the tree of files that the hosts of a fleet export into. */
public interface FleetTree {

  /**
   * Reads every file of the table {@code outcomes} from its first to its last byte, in no
   * particular order. Files whose names begin with a dot or an underscore are not looked at.
   *
   * @param until a row that began later cannot be learned from, nor one before {@link
   *     PartitionVerdicts#EARLIEST}
   * @param eachFile is told of every file that was read
   * @return none if there is no such table
   * @throws UncheckedIOException if the tree itself cannot be read
   */
  List<PartitionFacts> survey(Path tree, Instant until, Runnable eachFile);

  /**
   * A text that differs once one of these files was replaced, even by one of which {@link #survey}
   * says the same.
   *
   * @param partitions paths within the tree, as {@link PartitionFacts#partition()}
   * @throws UncheckedIOException if a file is not there any more
   */
  String version(Path tree, Collection<String> partitions);

  /**
   * Hands on the newest executions in these files, of each plugin on each host together in {@link
   * FleetSeries#ORDER}, by host and plugin, in bounded memory. Rows that cannot be learned from are
   * passed over as in {@link #survey}.
   *
   * @param partitions paths within the tree, as {@link PartitionFacts#partition()}
   * @param latest how many executions of a plugin on a host at most, where one that comes again
   *     counts again
   * @throws UncheckedIOException if a file cannot be read any more
   */
  void visit(
      Path tree,
      Collection<String> partitions,
      Instant until,
      int latest,
      Consumer<List<FleetRow>> eachPlugin);
}
