package org.updateall.adapters.duckdb;

import java.nio.file.Path;
import org.updateall.domain.history.FileRefused;

/** A row of forecasts holds what cannot be; the message says what. */
final class MisreadForecast extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MisreadForecast(String message) {
    super(message);
  }

  MisreadForecast(String message, Throwable cause) {
    super(message, cause);
  }

  FileRefused refusal(Path files, String remedy) {
    return new FileRefused(files, "", String.valueOf(getMessage()), remedy);
  }
}
