package org.updateall.domain.fleet;

import io.vavr.control.Either;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.FileRefused;

/** Port: reads what training a fleet came to. Safe for use by several threads. */
public interface FleetForecasts {

  /**
   * Hands on every forecast of one target, one by one, by host and plugin, in bounded memory.
   *
   * @param output the directory that {@link FleetOutput} wrote
   * @param eachForecast is told of them; what it throws is passed on
   * @return how many there were; or the refusal with its remedy, if there is no finished output, or
   *     a file of it is damaged, by which time some of them may have been handed on
   */
  Either<FileRefused, Long> visit(Path output, Target target, Consumer<FleetForecast> eachForecast);

  /**
   * What became of each file that was learned from.
   *
   * @return as they were written; or the refusal, as with {@link #visit}
   */
  Either<FileRefused, List<PartitionReport>> partitions(Path output);
}
