package org.updateall.domain.exchange;

import io.vavr.control.Either;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.updateall.domain.history.HistoryUnavailable;

/** Port: writes the history of a store into files from which it can be had again. */
public interface HistoryExport {

  /**
   * Writes every run that is meant, whole and with its creation times, oldest first; where the
   * whole history is meant, all trained models as well. A model rests on every run of its series,
   * so that a part of the history has none. All runs are of one moment of the store; a store that
   * does not exist yet gives an empty export.
   *
   * <p>The target comes into being whole: it is written under another name beside its place, and
   * named when all of it is on the disk. Only its user may read it. A target that is there already
   * is refused, unless it may be replaced and is an earlier export; then it stays until the new one
   * is whole.
   *
   * @param eachRun is told of every run that is written
   * @return the refusal, if the target cannot be taken; nothing is written then
   * @throws HistoryUnavailable if the store cannot be used
   * @throws UncheckedIOException if the target cannot be written; no part of it is left
   */
  Either<TargetRefused, ExportReport> write(ExportRequest request, Runnable eachRun);

  /**
   * Whether one file may be written to a place: nothing is there, or it is a file and may be
   * replaced, and it is none of the store's own.
   *
   * @return the place, absolute; or the refusal
   */
  Either<TargetRefused, Path> place(Path wanted, boolean replace);
}
