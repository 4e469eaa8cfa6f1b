package org.updateall.domain.history;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of old history is no longer the one that was surveyed; survey it again. */
public final class LegacyFileChanged extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LegacyFileChanged(Path file, @Nullable Throwable cause) {
    super(file + " was changed while it was being read; import it again", cause);
  }
}
