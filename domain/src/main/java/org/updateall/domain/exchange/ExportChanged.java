package org.updateall.domain.exchange;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An export is no longer the one that was surveyed; survey it again. */
public final class ExportChanged extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ExportChanged(Path file, @Nullable Throwable cause) {
    super(file + " was changed while it was being read; import it again", cause);
  }
}
