package org.updateall.adapters.jsonlegacy;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The complaint that a file is no longer what it was when it was surveyed. */
final class ChangedFile {

  private ChangedFile() {}

  static IllegalStateException sinceSurvey(Path file, @Nullable Throwable cause) {
    return new IllegalStateException(
        "%s is no longer the file that was surveyed; import it again".formatted(file), cause);
  }
}
