package org.updateall.domain.journal;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of runs that waited.
 *
 * @param stored how many runs were stored that had been accepted
 * @param abandoned runs whose process had ended before they did; they are stored as well
 * @param setAside what could not be read
 */
public record Settlement(long stored, List<RunUnderWay> abandoned, List<SetAside> setAside) {

  public static final Settlement NOTHING = new Settlement(0, List.of(), List.of());

  /**
   * A file that could not be read.
   *
   * @param file where it lies now
   * @param reason why
   */
  public record SetAside(Path file, String reason) {}

  public Settlement {
    abandoned = List.copyOf(abandoned);
    setAside = List.copyOf(setAside);
  }
}
