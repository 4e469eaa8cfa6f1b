package org.updateall.domain.updating;

import io.vavr.control.Option;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the user wishes, in memory. */
public record InMemoryPreferences(@Nullable Path file) implements Preferences {

  @Override
  public Option<Path> metricsFile() {
    return Option.of(file).filter(Path::isAbsolute);
  }
}
