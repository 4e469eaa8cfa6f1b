package org.updateall.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody can do to be allowed to read a log. */
final class ReadingRemedy {

  private static final String AS_ROOT = "run it as root";
  private static final String OF_ROOT_ALONE = "root";

  private ReadingRemedy() {}

  /**
   * @param places the files, directories or programs that cannot be read
   */
  static String of(List<String> places) {
    for (String place : places) {
      Path file = file(place);
      if (file != null) {
        return Files.isReadable(file)
            ? "it is left out; the other sources are read all the same"
            : toBeAllowed(file);
      }
    }
    return "add yourself to the group adm or systemd-journal, or " + AS_ROOT;
  }

  private static @Nullable Path file(String place) {
    try {
      Path file = Path.of(place);
      return file.isAbsolute() ? file : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /** By the group that may read it, where there is one that people are put into. */
  static String toBeAllowed(Path file) {
    try {
      PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
      String group = attributes.group().getName();
      return attributes.permissions().contains(PosixFilePermission.GROUP_READ)
              && !group.equals(OF_ROOT_ALONE)
          ? "add yourself to the group %s (usermod -aG), or %s".formatted(group, AS_ROOT)
          : AS_ROOT;
    } catch (IOException | UnsupportedOperationException e) {
      return AS_ROOT;
    }
  }
}
