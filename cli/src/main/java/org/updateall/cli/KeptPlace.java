package org.updateall.cli;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file or directory that the program uses, and how it is. Looking at it changes nothing.
 *
 * @param path where it is, absolute
 * @param state how it is
 * @param obstacle the file or directory that is in the way; absent if none is
 */
record KeptPlace(Path path, State state, @Nullable Path obstacle) {

  /** How a place may be. */
  enum State {
    THERE,
    /** It is not there; where the program would make it, it can. */
    NOT_THERE,
    UNREADABLE,
    /** It, or a directory that it would have to be made in, may not be written. */
    UNWRITABLE;

    /** The name in machine-readable output: lower case. */
    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  KeptPlace {
    requireNonNull(path, "path");
    requireNonNull(state, "state");
  }

  /** Of what the program only reads. */
  static KeptPlace read(Path place) {
    Path path = place.toAbsolutePath().normalize();
    if (Files.exists(path)) {
      return Files.isReadable(path)
          ? new KeptPlace(path, State.THERE, null)
          : new KeptPlace(path, State.UNREADABLE, path);
    }
    return Files.notExists(path)
        ? new KeptPlace(path, State.NOT_THERE, null)
        : new KeptPlace(path, State.UNREADABLE, nearest(path));
  }

  /** Of what the program makes where it is not there, and writes to. */
  static KeptPlace written(Path place) {
    KeptPlace found = read(place);
    Path obstacle = obstacle(found.path());
    return obstacle == null ? found : new KeptPlace(found.path(), State.UNWRITABLE, obstacle);
  }

  /** What keeps this user from writing there; absent if nothing does. */
  private static @Nullable Path obstacle(Path path) {
    if (Files.exists(path) && !Files.isWritable(path)) {
      return path;
    }
    Path directory = nearest(path);
    return directory == null || (Files.isDirectory(directory) && Files.isWritable(directory))
        ? null
        : directory;
  }

  /** The directory that it lies in, or else would have to be made in. */
  private static @Nullable Path nearest(Path path) {
    Path directory = path.getParent();
    while (directory != null && !Files.exists(directory)) {
      directory = directory.getParent();
    }
    return directory;
  }

  /** With its state, unless it is simply there. */
  String inWords() {
    return switch (state) {
      case THERE -> path.toString();
      case NOT_THERE -> path + " (not there)";
      case UNREADABLE -> path + " (this user may not read it)";
      case UNWRITABLE -> "%s (this user may not write to %s)".formatted(path, obstacle);
    };
  }
}
