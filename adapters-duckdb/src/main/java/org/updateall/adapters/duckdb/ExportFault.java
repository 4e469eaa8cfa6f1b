package org.updateall.adapters.duckdb;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.FileRefused;

/** An export cannot be read as one. The message says why, without the file and the place. */
final class ExportFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  static final String EXPORT_ANEW =
      "Nothing was stored; export anew, or bring the files back as they were exported.";

  private static final int MAX_LENGTH = 300;

  private final transient FileRefused refusal;

  ExportFault(Path file, String place, String reason, @Nullable Throwable cause) {
    this(new FileRefused(file, place, onOneLine(reason), EXPORT_ANEW), cause);
  }

  ExportFault(Path file, String place, String reason) {
    this(file, place, reason, null);
  }

  ExportFault(FileRefused refusal, @Nullable Throwable cause) {
    super(refusal.message(), cause);
    this.refusal = refusal;
  }

  FileRefused refusal() {
    return refusal;
  }

  /** For it may hold what a hostile file says. */
  private static String onOneLine(String reason) {
    String line = reason.replaceAll("\\s+", " ");
    return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "…" : line;
  }
}
