package org.updateall.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.updateall.domain.history.FileRefused;

/** Collects what is wrong with files, so that all of it is told at once. */
final class Defects {

  private final List<FileRefused> found = new ArrayList<>();

  /** Of a file as a whole. */
  void add(Path file, String reason, String remedy) {
    found.add(new FileRefused(file, "", reason, remedy + "."));
  }

  /** Of a line, counted from 1. */
  void add(Path file, long line, String reason, String remedy) {
    found.add(new FileRefused(file, "line " + line, reason, remedy + "."));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<FileRefused> found() {
    return List.copyOf(found);
  }
}
