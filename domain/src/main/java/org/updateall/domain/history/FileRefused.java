package org.updateall.domain.history;

import java.nio.file.Path;

/**
 * Why a file cannot be taken in at all.
 *
 * @param file the file
 * @param place where it breaks, such as {@code line 12, column 3 (byte 381)}; empty where the file
 *     as a whole is at fault
 * @param reason what is wrong
 * @param remedy what the user can do
 */
public record FileRefused(Path file, String place, String reason, String remedy) {

  /** One sentence with file, place, reason and remedy. */
  public String message() {
    return "%s%s: %s. %s".formatted(file, place.isEmpty() ? "" : ", " + place, reason, remedy);
  }
}
