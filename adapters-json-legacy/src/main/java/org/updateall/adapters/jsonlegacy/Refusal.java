package org.updateall.adapters.jsonlegacy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.updateall.domain.history.FileRefused;

/** Tells the user why a file is refused. */
final class Refusal {

  private Refusal() {}

  static FileRefused of(Path file, IOException fault) {
    if (fault instanceof BrokenFileException broken) {
      return new FileRefused(file, place(file, broken), broken.reason(), broken.remedy());
    }
    if (fault instanceof NoSuchFileException) {
      return whole(file, "there is no such file", "Check the name.");
    }
    if (fault instanceof AccessDeniedException) {
      return whole(
          file, "you are not allowed to read it", "Ask its owner for the right to read it.");
    }
    return whole(file, "it cannot be read: " + cause(fault), "Check the disk and the file system.");
  }

  private static FileRefused whole(Path file, String reason, String remedy) {
    return new FileRefused(file, "", reason, remedy);
  }

  private static String place(Path file, BrokenFileException broken) {
    if (broken.offset() == BrokenFileException.NOWHERE) {
      return "";
    }
    try {
      return FilePlace.of(file, broken.offset()).toString();
    } catch (IOException unreadableNow) {
      return "byte " + broken.offset();
    }
  }

  private static String cause(IOException fault) {
    String reason = fault instanceof FileSystemException system ? system.getReason() : null;
    return reason == null ? String.valueOf(fault.getMessage()) : reason;
  }
}
