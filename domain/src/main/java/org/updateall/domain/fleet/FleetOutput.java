package org.updateall.domain.fleet;

import io.vavr.control.Either;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.updateall.domain.exchange.TargetRefused;

/** Port: writes what training a fleet came to. */
public interface FleetOutput {

  /**
   * Begins an output, or goes on with one of the same plan that was interrupted. Nothing of it is
   * at its place before it is finished.
   *
   * @param target the directory to be made, or to be replaced if it is such an output
   * @param plan differs between outputs that may hold something else
   * @return the refusal, if the place cannot be taken
   * @throws UncheckedIOException if it cannot be written
   */
  Either<TargetRefused, Draft> begin(Path target, String plan);

  /** An output while it is being written. Closing leaves an unfinished one to be gone on with. */
  interface Draft extends AutoCloseable {

    /** Whether that part was written before an interruption. */
    boolean hasPart(int number);

    /**
     * Writes a part, which then is there whole.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    void writePart(int number, List<FleetForecast> forecasts, List<FleetModel> models);

    /**
     * Writes the rest and puts all of it at its place.
     *
     * @return how many forecasts and models it holds
     * @throws UncheckedIOException if it cannot be written
     */
    Counts finish(PriorTable priors, List<PartitionReport> partitions);

    @Override
    void close();
  }

  /** How much an output holds. */
  record Counts(long forecasts, long models) {}
}
