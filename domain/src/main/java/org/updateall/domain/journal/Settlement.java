package org.updateall.domain.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of runs that waited.
 *
 * @param stored how many runs were stored that had been accepted
 * @param abandoned runs whose process ended before they did, as they were then; they are stored as
 *     {@link org.updateall.domain.history.Run#abandoned}
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

  /** Both together. */
  public Settlement and(Settlement other) {
    return new Settlement(
        stored + other.stored,
        joined(abandoned, other.abandoned),
        joined(setAside, other.setAside));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
