package org.updateall.domain.exchange;

import io.vavr.control.Either;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Function;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.Run;

/** Port: an export of a history, to be brought in. Reads only, and in bounded memory. */
public interface ExportedHistory {

  /**
   * Whether a file or directory is for {@link #survey} to judge: an export, a part of one, a
   * directory, or a kind of file that is certainly no old history. What is not there or cannot be
   * read is not.
   */
  boolean claims(Path file);

  /**
   * Reads all of an export and says what it holds. One that is not whole and right from beginning
   * to end, as it was written, is refused: every run must be one that the domain accepts, no part
   * may be missing, repeated, strange or without the run that it belongs to, and the counts must be
   * those that the export itself names.
   *
   * @param eachRun is told of every run that is read
   */
  Either<FileRefused, ExportSurvey> survey(Path file, Runnable eachRun);

  /**
   * Hands the runs of a surveyed export to a reader, each once, with their creation times, oldest
   * first. What the reader throws is passed on as it is.
   *
   * @return what the reader makes of them
   * @throws ExportChanged from the iterator, if the export is no longer the one surveyed
   */
  <T> T readRuns(ExportSurvey survey, Function<Iterator<Run>, T> reader);

  /**
   * Hands the models of a surveyed export to a reader, at most one of each series. What the reader
   * throws is passed on as it is.
   *
   * @return what the reader makes of them
   * @throws ExportChanged from the iterator, if the export is no longer the one surveyed
   */
  <T> T readModels(ExportSurvey survey, Function<Iterator<TrainedModel>, T> reader);
}
